import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { suggestTags, type SuggestOutcome } from "../../src/suggest/suggest.ts";

/** A content folder of one test: made before it, removed after it. */
export interface TestContent {
  readonly folder: () => string;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** Writes an article with a title, keys of your own and a text. */
  readonly article: (file: string, text: string, keys?: string) => void;
  readonly suggest: (options?: { readonly accept?: boolean; readonly files?: readonly string[] }) => SuggestOutcome;
}

export function testContent(): TestContent {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "backfile-suggest-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  return {
    folder: () => folder,
    write,
    read: (file) => readFileSync(path.join(folder, file), "utf8"),
    article: (file, text, keys = "title: Talks Go On") => write(file, `---\n${keys}\ndate: 1987-03-02\n---\n${text}\n`),
    suggest: ({ accept = false, files = [] } = {}) => suggestTags({ content: folder, accept, files }),
  };
}

/** What an outcome suggests for its only article, one line each: "people Ann Lee", "places Sandhaven? dateline". */
export function shown({ articles }: SuggestOutcome): readonly string[] {
  return articles.flatMap(({ suggestions }) =>
    suggestions.map(({ kind, name, use, accepts, question }) => `${kind} ${name}${question === undefined ? (accepts ? "" : " -") : "?"}${kind === "places" ? ` ${use}` : ""}`),
  );
}
