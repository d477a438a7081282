import type { AuthorityRecord } from "../model/authority.ts";
import { foldName } from "../model/slug.ts";
import { mayBeOnePerson, soundOf } from "./sound.ts";

/** Two names that may be one person's. Only an editor can tell: nothing is ever merged for it. */
export interface LikelyPair {
  /** The name that has, or would have, the record. */
  readonly main: string;
  /** Id of its record, where it has one. */
  readonly id: string | undefined;
  /** The other spelling. */
  readonly other: string;
}

/** How often each new name stands in the articles, the surest first. */
export type NewNames = ReadonlyMap<string, number>;

/**
 * For each new name, the person it may be another spelling of: of the authority file first, else the new name that is found
 * most often. Surnames of equal sound are the reason to ask.
 */
export function findLikelyPairs(records: Iterable<AuthorityRecord>, newNames: NewNames): ReadonlyMap<string, LikelyPair> {
  const known = Map.groupBy(namesOf(records), ({ name }) => surnameSound(name));
  const bySound = Map.groupBy(newNames, ([name]) => surnameSound(name));
  const pairs = new Map<string, LikelyPair>();
  for (const [sound, group] of bySound) {
    const ranked = group.toSorted(([, n], [, m]) => m - n).map(([name]) => name);
    const mains: string[] = [];
    for (const other of ranked) {
      const record = known.get(sound)?.find(({ name }) => mayBeOnePerson(name, other));
      const main = mains.find((name) => mayBeOnePerson(name, other));
      if (record !== undefined) pairs.set(other, { main: record.record.name, id: record.record.id, other });
      else if (main !== undefined) pairs.set(other, { main, id: undefined, other });
      else mains.push(other);
    }
  }
  return pairs;
}

/** Pairs of records that may be one person, each pair once. */
export function findTwinRecords(records: Iterable<AuthorityRecord>): readonly LikelyPair[] {
  const all = [...namesOf(records)].filter(({ record, name }) => name === record.name);
  return [...Map.groupBy(all, ({ name }) => surnameSound(name)).values()].flatMap((group) =>
    group.flatMap(({ record, name }, i) => group.slice(i + 1).filter((other) => mayBeOnePerson(name, other.name)).map((other) => ({ main: name, id: record.id, other: other.name }))),
  );
}

function* namesOf(records: Iterable<AuthorityRecord>): Iterable<{ readonly record: AuthorityRecord; readonly name: string }> {
  for (const record of records) if (!record.redact) for (const name of [record.name, ...record.variants]) yield { record, name };
}

function surnameSound(name: string): string {
  return soundOf(foldName(name).split(" ").at(-1) ?? "");
}
