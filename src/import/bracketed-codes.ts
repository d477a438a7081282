import type { Note } from "./draft.ts";

/**
 * Keeps codes such as "<IBM.N>" in HTML that were never escaped: to a browser they are tags that show nothing, but no tag
 * has a name in capitals with a full stop.
 */
export function keepBracketedCodes(html: string, notes: Note[]): string {
  const found = html.match(code);
  if (found === null) return html;
  notes.push({ level: "guess", kind: "codes in angle brackets kept as text", text: `kept as text, though a browser takes it for a tag: ${[...new Set(found)].join(", ")}` });
  return html.replace(code, (text) => `&lt;${text.slice(1)}`);
}

const code = /<[A-Z][A-Z0-9]{0,9}\.[A-Z]{1,4}>/gu;
