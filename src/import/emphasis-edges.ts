import type { Inline, Marks } from "./blocks.ts";
import { delimited } from "./marks.ts";
import type { Delimited } from "./marks.ts";

/**
 * A delimiter between a letter and punctuation opens nothing: `foo**"bar"**` (CommonMark 0.31, 6.2). Gives stretches whose
 * marks begin and end at the next letter instead, and the signs that lost their marks.
 */
export function offPunctuation(content: readonly Inline[]): { readonly runs: readonly Inline[]; readonly unmarked: readonly string[] } {
  const runs = [...content];
  const unmarked: string[] = [];
  const unmark = (at: number, names: readonly Delimited[], from: number, to: number): void => {
    const run = runs[at];
    if (run?.kind !== "text") return;
    const marks = without(run.marks, names);
    const pieces = [{ ...run, text: run.text.slice(0, from) }, { ...run, text: run.text.slice(from, to), marks }, { ...run, text: run.text.slice(to) }];
    unmarked.push(run.text.slice(from, to));
    runs.splice(at, 1, ...pieces.filter(({ text }) => text !== ""));
  };
  for (let at = 0; at < runs.length; at++) {
    const [before, run] = [runs[at - 1], runs[at]];
    const opening = before?.kind === "text" && run?.kind === "text" ? gained(before.marks, run.marks) : [];
    if (before?.kind !== "text" || run?.kind !== "text" || opening.length === 0 || !endsInWord.test(before.text)) continue;
    const signs = leadingSigns.exec(run.text)?.[0].length ?? 0;
    if (signs > 0) unmark(at, opening, 0, signs);
  }
  for (let at = runs.length - 1; at > 0; at--) {
    const [run, after] = [runs[at - 1], runs[at]];
    if (run?.kind !== "text" || after?.kind !== "text") continue;
    const closing = gained(after.marks, run.marks);
    if (closing.length === 0 || !startsInWord.test(after.text)) continue;
    const signs = trailingSigns.exec(run.text)?.[0].length ?? 0;
    if (signs > 0) unmark(at - 1, closing, run.text.length - signs, run.text.length);
  }
  return { runs, unmarked };
}

const endsInWord = /[^\s\p{P}\p{S}]$/u;
const startsInWord = /^[^\s\p{P}\p{S}]/u;
const leadingSigns = /^[\p{P}\p{S}\s]+/u;
const trailingSigns = /[\p{P}\p{S}\s]+$/u;

function gained(before: Marks, after: Marks): readonly Delimited[] {
  return delimited.filter((name) => after[name] && !before[name]);
}

function without(marks: Marks, names: readonly Delimited[]): Marks {
  return {
    ...(marks.link === undefined ? {} : { link: marks.link }),
    ...(marks.strong && !names.includes("strong") ? { strong: true } : {}),
    ...(marks.emphasis && !names.includes("emphasis") ? { emphasis: true } : {}),
    ...(marks.deleted && !names.includes("deleted") ? { deleted: true } : {}),
  };
}
