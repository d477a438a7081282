import { readFileSync } from "node:fs";
import path from "node:path";

/** One case of a text fixture: what it shows, what goes in, what must come out. */
export interface TextCase {
  readonly title: string;
  readonly input: string;
  readonly output: string;
}

/**
 * Reads tests/fixtures/<name>.txt, in the manner of markdown-it's: a title, then input and output, each closed by a line
 * that is a dot. Lines that begin with "# " between cases are remarks.
 */
export function readTextCases(name: string): readonly TextCase[] {
  const lines = readFileSync(path.join(import.meta.dirname, "fixtures", `${name}.txt`), "utf8").split("\n");
  const cases: TextCase[] = [];
  let at = 0;
  const untilDot = (): string => {
    const end = lines.indexOf(".", at);
    if (end === -1) throw new Error(`${name}.txt: no closing dot after line ${at + 1}`);
    const text = lines.slice(at, end).join("\n");
    at = end + 1;
    return text;
  };
  while (at < lines.length) {
    const title = lines[at] ?? "";
    if (title.trim() === "" || title.startsWith("# ")) {
      at++;
      continue;
    }
    at++;
    if (lines[at] !== ".") throw new Error(`${name}.txt:${at + 1}: a dot must follow the title "${title}"`);
    at++;
    const input = untilDot();
    cases.push({ title, input, output: untilDot() });
  }
  return cases;
}
