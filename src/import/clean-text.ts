import type { Note } from "./draft.ts";

// What neither HTML nor XML can carry, halves of characters, and the overrides that turn text around; the article's own
// rules refuse them. A page break or a vertical tab between words becomes a blank.
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;

/** Drops from a field what cannot be printed, notes it, and takes blanks off its ends. `where` names the field: "title". */
export function cleanText(raw: string, where: string, notes: Note[]): string {
  const found = raw.match(unprintable);
  if (found === null) return raw.trim();
  const signs = [...new Set(found)].map((sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  // A byte order mark in the middle of a text is where files were joined.
  notes.push({ level: "warning", kind: "control characters dropped", text: `dropped ${signs.join(", ")} in the ${where}` });
  return raw.replace(unprintable, (sign) => (/[\u000B\u000C\u0085]/u.test(sign) ? " " : "")).trim();
}

/** The same for a field of one line: line breaks and runs of blanks become one blank. */
export function cleanLine(raw: string, where: string, notes: Note[]): string {
  return cleanText(raw, where, notes).replace(/\s+/gu, " ");
}
