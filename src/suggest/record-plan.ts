import type { ProposedRecord } from "../content/proposed-records.ts";
import { foldName } from "../model/slug.ts";
import type { NameIndex } from "../model/names.ts";
import type { Acceptance } from "./accept.ts";
import { candidatesOf } from "./knowledge.ts";
import type { ShownSuggestion } from "./suggest-archive.ts";
import { findWaiting } from "./waiting.ts";

type Kind = "people" | "places";

/** What accepted suggestions ask of one authority file. */
export interface RecordPlan {
  readonly records: Map<string, Readonly<Record<string, unknown>>>;
  /** New spellings of records that are in the file, by id. */
  readonly variants: Map<string, string[]>;
  /** Ids of the proposals that have been dealt with. */
  readonly done: Set<string>;
  /** What an article is tagged with for a suggestion, by the suggestion's id. */
  readonly tags: Map<string, string>;
}

/** Which records and spellings the accepted suggestions, and the proposals that wait without a question, make. */
export function planRecords(kind: Kind, { articles, waiting, names, takeAllWaiting }: Pick<Acceptance, "articles" | "waiting" | "names" | "takeAllWaiting">): RecordPlan {
  const plan: RecordPlan = { records: new Map(), variants: new Map(), done: new Set(), tags: new Map() };
  const accepted = new Map<string, Pick<ProposedRecord, "id" | "record" | "variantOf">>();
  const take = (entry: Pick<ProposedRecord, "id" | "record" | "variantOf">): void => {
    accepted.set(entry.id, entry);
  };
  if (takeAllWaiting) for (const entry of waiting[kind]) if (!entry.rejected && entry.question === undefined) take(entry);
  for (const { suggestions } of articles) {
    for (const suggestion of suggestions) {
      if (suggestion.kind !== kind || !suggestion.isNew || !suggestion.accepts) continue;
      const entry = findWaiting(suggestion, waiting) ?? { id: suggestion.id, record: { name: suggestion.name } };
      take(entry);
      plan.tags.set(suggestion.id, entry.id);
    }
  }
  for (const { id, record, variantOf } of accepted.values()) {
    plan.done.add(id);
    if (variantOf === undefined) {
      if (!names[kind].records.has(id) || names[kind].records.get(id)?.implicit === true) plan.records.set(id, record);
      continue;
    }
    addVariant(plan, { spelling: record.name, of: variantOf }, names[kind], accepted);
  }
  return plan;
}

// "Sergei Lavrov" becomes a spelling of Sergey Lavrov, whether his record is in the file, is new as well, or was only implied by tags.
function addVariant(plan: RecordPlan, { spelling, of }: { readonly spelling: string; readonly of: string }, names: NameIndex, accepted: ReadonlyMap<string, Pick<ProposedRecord, "id" | "record">>): void {
  const known = names.records.get(of);
  if (known !== undefined && !known.implicit) plan.variants.set(of, [...(plan.variants.get(of) ?? []), spelling]);
  else {
    const record = plan.records.get(of) ?? accepted.get(of)?.record ?? { name: known?.name ?? of };
    const variants = Array.isArray(record["variants"]) ? record["variants"] : [];
    plan.records.set(of, { ...record, variants: [...variants, spelling] });
  }
}

/** What an article is tagged with: a name where it means one record, else the id; and that record's id. */
export function tagOf({ kind, id, name, isNew }: ShownSuggestion, plan: RecordPlan, { names, waiting }: Pick<Acceptance, "names" | "waiting">): { readonly id: string; readonly tag: string } {
  if (!isNew) return { id, tag: candidatesOf(names[kind], name).length === 1 ? name : id };
  const record = plan.tags.get(id) ?? id;
  const target = waiting[kind].find((entry) => entry.id === record)?.variantOf ?? record;
  const called = String(plan.records.get(target)?.["name"] ?? names[kind].records.get(target)?.name ?? name);
  const sharing = [...plan.records.values()].filter((other) => foldName(String(other["name"])) === foldName(called));
  const isShared = sharing.length > 1 || candidatesOf(names[kind], called).some((other) => other.id !== target);
  return { id: target, tag: isShared ? target : called };
}
