import type { Excerpt } from "../model/content-error.ts";

/** How much of a long line is shown, and how much of that stands before the place. */
const shownLength = 100;
const shownBefore = 60;

/** The part of a line around a column (1-based); nothing of a blank line, which would explain nothing. */
export function excerptOf(line: string, column: number): Excerpt | undefined {
  if (line.trim() === "") return undefined;
  const text = line.replace(/\r$/u, "");
  const start = Math.max(0, Math.min(column - 1 - shownBefore, text.length - shownLength));
  return { text: text.slice(start, start + shownLength), caret: column - 1 - start };
}

/** A line of a text by its number (1-based), without cutting a large text into all its lines. */
export function lineOf(text: string, number: number): string {
  let start = 0;
  for (let i = 1; i < number; i++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return "";
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return end === -1 ? text.slice(start) : text.slice(start, end);
}
