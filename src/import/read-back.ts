import { createMarkdown } from "../content/markdown.ts";
import type { Inline } from "./blocks.ts";
import { marksOf, textOfRun } from "./marks.ts";
import type { Delimited } from "./marks.ts";

const reader = createMarkdown();
const opens: Readonly<Record<string, Delimited | "link">> = { strong_open: "strong", em_open: "emphasis", s_open: "deleted", link_open: "link" };
const closes: Readonly<Record<string, Delimited | "link">> = { strong_close: "strong", em_close: "emphasis", s_close: "deleted", link_close: "link" };

/** True where Markdown reads back as the same words with the same marks, white space apart. */
export function readsAs(markdown: string, runs: readonly Inline[]): boolean {
  const expected = openMarked();
  for (const run of runs) expected.add(textOfRun(run), marksOf(run.marks).map(({ name }) => name), run.kind === "code");
  const found = openMarked();
  const marks: string[] = [];
  for (const token of reader.parseInline(markdown, {})[0]?.children ?? []) {
    const opened = opens[token.type];
    const closed = closes[token.type];
    if (opened !== undefined) marks.push(opened);
    else if (closed !== undefined) marks.splice(marks.lastIndexOf(closed), 1);
    else if (token.type === "text" || token.type === "code_inline") found.add(token.content, marks, token.type === "code_inline");
    else if (token.type !== "softbreak" && token.type !== "hardbreak") return false;
  }
  return found.text() === expected.text();
}

// "strong:one;strong,emphasis:two;": what has the same marks is one stretch, however it is cut.
function openMarked(): { readonly add: (text: string, marks: readonly string[], code: boolean) => void; readonly text: () => string } {
  let [result, last] = ["", ""];
  return {
    add: (text, marks, code) => {
      const words = text.replace(/\s/gu, "");
      if (words === "") return;
      const key = `${[...marks].sort().join(",")}${code ? "`" : ""}`;
      result += key === last ? words : `\0${key}\0${words}`;
      last = key;
    },
    text: () => result,
  };
}
