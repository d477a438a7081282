import { detach } from "./detach.ts";

/** An item of a list in JSON, or the document where it is no list, as it stands. */
export interface JsonItem {
  readonly raw: string;
  /** Line of the file it begins in, from 1. */
  readonly line: number;
  /** False where the text ends inside of it, or where it is longer than any article. */
  readonly whole: boolean;
}

/** A longer item has lost its end. */
const longestItem = 33_554_432;

/**
 * Cuts a JSON text that comes in pieces into the items of its outermost list, so that a damaged item costs no other and a
 * list of any length needs the memory of one. A text that is no list is one item.
 */
export function* splitJson(pieces: Iterable<string>): Generator<JsonItem> {
  let held = "";
  let line = 1;
  let at = 0;
  let list: boolean | undefined;
  let depth = 0;
  let quoted = false;
  const cut = (end: number, skipped: number): JsonItem => {
    const raw = held.slice(0, end);
    const leading = raw.length - raw.trimStart().length;
    const item = { raw: detach(raw.trim()), line: line + countLines(raw.slice(0, leading)), whole: true };
    line += countLines(held.slice(0, end + skipped));
    held = held.slice(end + skipped);
    at = 0;
    return item;
  };
  for (const piece of pieces) {
    held += piece;
    for (; at < held.length; at++) {
      const sign = held[at];
      if (quoted) {
        if (sign === "\\") at++;
        else if (sign === '"') quoted = false;
        continue;
      }
      if (sign === '"') quoted = true;
      else if (list === undefined && sign === "[") {
        list = true;
        cut(at, 1);
        at = -1;
      } else if (sign === "{" || sign === "[") depth++;
      else if (depth > 0 && (sign === "}" || sign === "]")) depth--;
      else if (list === true && depth === 0 && (sign === "," || sign === "]")) {
        const item = cut(at, 1);
        if (item.raw !== "") yield item;
        at = -1;
        if (sign === "]") list = false;
      }
      if (list === undefined && sign !== undefined && /\S/u.test(sign)) list = false;
    }
    if (held.length > longestItem) {
      yield { ...cut(held.length, 0), raw: "", whole: false };
      return;
    }
  }
  const rest = cut(held.length, 0);
  if (rest.raw !== "") yield { ...rest, whole: list !== true };
}

function countLines(text: string): number {
  let lines = 0;
  for (let from = text.indexOf("\n"); from !== -1; from = text.indexOf("\n", from + 1)) lines++;
  return lines;
}
