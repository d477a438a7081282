import type { ArticleSuggestions, Evidence, ShownSuggestion } from "./suggest-archive.ts";
import type { SuggestOutcome } from "./suggest.ts";

/** So many articles a terminal shows; `--json` has all. */
const shownArticles = 20;

/** Gives what was suggested, and what was written, as text for a terminal, without a line break at the end. */
export function formatSuggestions({ looked, articles, twins, proposed, accepted }: SuggestOutcome): string {
  const speaking = articles.filter(({ suggestions }) => suggestions.some((one) => one.accepts || one.question !== undefined));
  const more = speaking.length - shownArticles;
  const waiting = proposed.people + proposed.places;
  return [
    `${count(looked, "article")} looked through, ${number(speaking.length)} with suggestions`,
    ...speaking.slice(0, shownArticles).flatMap(formatArticle),
    ...(more > 0 ? [`and ${number(more)} more (--json lists all)`] : []),
    ...twins.map(({ main, other }) => `"${main}" and "${other}" may be one person; if so, make one record and the other name its variant`),
    ...(waiting > 0 ? [`${count(waiting, "new name")} added to ${[proposed.people > 0 ? "_proposed-people.yaml" : "", proposed.places > 0 ? "_proposed-places.yaml" : ""].filter((file) => file !== "").join(" and ")}`] : []),
    ...(accepted === undefined ? [] : [formatAccepted(accepted), ...accepted.unwritten.map(({ file, why }) => `${file}: ${why}`)]),
  ].join("\n");
}

function formatAccepted({ tags, articles, records, variants }: NonNullable<SuggestOutcome["accepted"]>): string {
  const parts = [
    `${count(tags, "tag")} in ${count(articles, "article")}`,
    ...(records.people > 0 ? [`${count(records.people, "record")} in people.yaml`] : []),
    ...(records.places > 0 ? [`${count(records.places, "record")} in places.yaml`] : []),
    ...(variants > 0 ? [`${count(variants, "spelling")} of known people`] : []),
  ];
  return `wrote ${parts.join(", ")}`;
}

function formatArticle({ file, suggestions }: ArticleSuggestions): readonly string[] {
  const asked = suggestions.filter((one) => one.question !== undefined);
  const sure = suggestions.filter((one) => one.accepts);
  return [
    file,
    ...sure.map((one) => `  ${one.kind}: ${one.name}${one.isNew ? " (new)" : ""} ${one.confidence.toFixed(2)}, ${one.because}${evidence(one.evidence)}`),
    ...asked.map((one) => `  ${one.kind}: ${one.name}? ${one.question ?? ""}${evidence(one.evidence)}`),
    ...others("shown in a picture", suggestions.filter((one) => one.use === "depicted" && one.question === undefined)),
    ...others("merely mentioned", suggestions.filter((one) => one.kind === "places" && one.use === "mentioned" && one.question === undefined)),
  ];
}

function evidence(found: readonly Evidence[]): string {
  return found.map(({ line, words }) => ` (line ${String(line)}: "${words}")`).join("");
}

function others(what: string, suggestions: readonly ShownSuggestion[]): readonly string[] {
  return suggestions.length === 0 ? [] : [`  ${what}: ${suggestions.map(({ name, evidence: [first] }) => (first === undefined ? name : `${name} (line ${String(first.line)})`)).join(", ")}`];
}

function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

function number(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
