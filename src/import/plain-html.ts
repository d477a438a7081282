import { readHtmlPiece } from "./html-document.ts";
import { collapse, wordsOfHtml } from "./html-text.ts";

/** The words of a short text that may hold HTML: "Fish &amp; <em>chips</em>" -> "Fish & chips". */
export function plainHtml(text: string): string {
  return /[<&]/u.test(text) ? wordsOfHtml(readHtmlPiece(text), new Map()) : collapse(text);
}
