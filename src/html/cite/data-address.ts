import { escapeText } from "../html.ts";

/**
 * The text of a file as a data address, to stand in an attribute. What an address may hold stays readable, and compresses with
 * the text above it.
 */
export function dataAddress(type: string, text: string): string {
  return `data:${type},${escapeText(encodeURI(text.toWellFormed()).replaceAll("#", "%23"))}`;
}
