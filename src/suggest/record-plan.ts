import { isDeepStrictEqual } from "node:util";
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
  /** New records, by id. */
  readonly records: Map<string, Readonly<Record<string, unknown>>>;
  /** New spellings of records that are in the file, by the record's id. */
  readonly variants: Map<string, readonly Spelling[]>;
  /** Ids of the proposals that need no more than what is planned. */
  readonly done: Set<string>;
  /** Ids of proposals that another record of the file stands in the way of. */
  readonly blocked: Set<string>;
  /** The proposal of each new name that is accepted, by the suggestion's id. */
  readonly proposals: Map<string, string>;
}

interface Spelling {
  /** Id of the proposal it came from. */
  readonly proposal: string;
  readonly spelling: string;
}

type Entry = Pick<ProposedRecord, "id" | "record" | "variantOf">;

/**
 * Which records and spellings the accepted suggestions, and the proposals that wait without a question, make. `written` are
 * the records of the authority file as they stand there.
 */
export function planRecords(kind: Kind, { articles, waiting, names, takeAllWaiting }: Pick<Acceptance, "articles" | "waiting" | "names" | "takeAllWaiting">, written: Readonly<Record<string, unknown>>): RecordPlan {
  const plan: RecordPlan = { records: new Map(), variants: new Map(), done: new Set(), blocked: new Set(), proposals: new Map() };
  const accepted = new Map<string, Entry>();
  if (takeAllWaiting) for (const entry of waiting[kind]) if (!entry.rejected && entry.question === undefined) accepted.set(entry.id, entry);
  for (const suggestion of articles.flatMap(({ suggestions }) => suggestions)) {
    if (suggestion.kind !== kind || !suggestion.isNew || !suggestion.accepts) continue;
    const entry = findWaiting(suggestion, waiting) ?? { id: suggestion.id, record: { name: suggestion.name } };
    accepted.set(entry.id, entry);
    plan.proposals.set(suggestion.id, entry.id);
  }
  // Records first: a spelling may stand in the file above the record it belongs to.
  for (const entry of accepted.values()) if (entry.variantOf === undefined) addRecord(plan, entry, written);
  for (const entry of accepted.values()) if (entry.variantOf !== undefined) addVariant(plan, entry, entry.variantOf, names[kind]);
  return plan;
}

// A record that is there already, to the letter, was written before a kill; any other of its id is somebody else's work.
function addRecord(plan: RecordPlan, { id, record }: Entry, written: Readonly<Record<string, unknown>>): void {
  const there = Object.hasOwn(written, id);
  if (there && !isDeepStrictEqual(written[id], record)) {
    plan.blocked.add(id);
    return;
  }
  if (!there) plan.records.set(id, record);
  plan.done.add(id);
}

// "Sergei Lavrov" becomes a spelling of Sergey Lavrov, whether his record is in the file, is new as well, or was only implied
// by tags. While that record is itself in question, the spelling waits.
function addVariant(plan: RecordPlan, { id, record }: Entry, of: string, names: NameIndex): void {
  const spelling = record.name;
  const known = names.records.get(of);
  const target = plan.records.get(of) ?? (known?.implicit === true ? { name: known.name } : undefined);
  if (target !== undefined) {
    const variants: readonly unknown[] = Array.isArray(target["variants"]) ? target["variants"] : [];
    plan.records.set(of, { ...target, variants: [...variants, spelling] });
  } else if (known === undefined) return;
  else if (![known.name, ...known.variants].some((other) => foldName(other) === foldName(spelling))) plan.variants.set(of, [...(plan.variants.get(of) ?? []), { proposal: id, spelling }]);
  plan.done.add(id);
}

/** What an article is tagged with: a name where it means one record, else the id; and that record's id. */
export function tagOf({ kind, id, name, isNew }: ShownSuggestion, plan: RecordPlan, { names, waiting }: Pick<Acceptance, "names" | "waiting">): { readonly id: string; readonly tag: string } {
  if (!isNew) return { id, tag: candidatesOf(names[kind], name).length === 1 ? name : id };
  const record = plan.proposals.get(id) ?? id;
  const target = waiting[kind].find((entry) => entry.id === record)?.variantOf ?? record;
  const called = String(plan.records.get(target)?.["name"] ?? names[kind].records.get(target)?.name ?? name);
  const sharing = [...plan.records.values()].filter((other) => foldName(String(other["name"])) === foldName(called));
  const isShared = sharing.length > 1 || candidatesOf(names[kind], called).some((other) => other.id !== target);
  return { id: target, tag: isShared ? target : called };
}
