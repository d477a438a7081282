import type { ProposedRecord } from "../content/proposed-records.ts";
import { foldName } from "../model/slug.ts";
import type { ShownSuggestion } from "./suggest-archive.ts";

/** Proposals that wait for an editor, of each kind in the order of their file. */
export type Waiting = Readonly<Record<"people" | "places", readonly ProposedRecord[]>>;

/** The proposal that waits for a new name: by its id, or by its name where an editor gave it another id. */
export function findWaiting({ kind, id, name }: Pick<ShownSuggestion, "kind" | "id" | "name">, waiting: Waiting): ProposedRecord | undefined {
  return waiting[kind].find((entry) => entry.id === id) ?? waiting[kind].find((entry) => foldName(entry.record.name) === foldName(name));
}

/** What an editor has said to a proposal goes before what is suggested: a rejected name is not suggested again. */
export function withAnswers(suggestions: readonly ShownSuggestion[], waiting: Waiting): readonly ShownSuggestion[] {
  return suggestions.flatMap((suggestion) => {
    const entry = suggestion.isNew ? findWaiting(suggestion, waiting) : undefined;
    if (entry === undefined) return [suggestion];
    if (entry.rejected) return [];
    const { question: _question, variantOf: _variantOf, ...rest } = suggestion;
    const told = { ...(entry.question === undefined ? {} : { question: entry.question }), ...(entry.variantOf === undefined ? {} : { variantOf: entry.variantOf }) };
    const isSubject = suggestion.accepts || suggestion.question !== undefined;
    return [{ ...rest, ...told, accepts: isSubject && entry.question === undefined }];
  });
}
