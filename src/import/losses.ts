import type { Note } from "./draft.ts";

/** Collects what a text loses on its way into Markdown, so that each kind is one note with its examples. */
export interface Losses {
  /** `kind` is what the report groups by, "underlines"; `example` is what exactly: the words, the address. */
  readonly add: (level: Note["level"], kind: string, example?: string) => void;
  readonly notes: () => readonly Note[];
}

export function openLosses(): Losses {
  const found = new Map<string, { level: Note["level"]; examples: string[] }>();
  const add: Losses["add"] = (level, kind, example) => {
    const entry = found.get(kind) ?? { level, examples: [] };
    found.set(kind, entry);
    if (example !== undefined && example !== "") entry.examples.push(shorten(example));
  };
  const notes = (): readonly Note[] => Array.from(found, ([kind, { level, examples }]) => ({ level, kind, ...(examples.length === 0 ? {} : { text: `${kind}: ${listed(examples)}` }) }));
  return { add, notes };
}

// The saved report and the article's provenance name all of them, up to what anybody would read.
const mostExamples = 20;
const longestExample = 200;

function listed(examples: readonly string[]): string {
  const each = examples.slice(0, mostExamples).map((example) => `"${example}"`);
  return examples.length > mostExamples ? `${each.join(", ")} and ${String(examples.length - mostExamples)} more` : each.join(", ");
}

function shorten(example: string): string {
  const line = example.replace(/\s+/gu, " ").trim();
  return line.length > longestExample ? `${line.slice(0, longestExample - 1)}…` : line;
}
