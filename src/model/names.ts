import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import { foldName, slugOf } from "./slug.ts";

/** Why a name does not lead to one record. */
export type NameTrouble =
  | { readonly trouble: "ambiguous"; readonly candidates: readonly AuthorityRecord[] }
  | { readonly trouble: "address-taken"; readonly by: AuthorityRecord }
  | { readonly trouble: "no-address" };

export type Resolution = AuthorityRecord | NameTrouble;

/**
 * Leads names and ids of one kind to records. A name that no file knows makes an implicit record, the same one for
 * every spelling that folds alike; it is called what most articles call it.
 */
export class NameIndex {
  readonly #kind: AuthorityKind;
  readonly #byId = new Map<string, AuthorityRecord>();
  readonly #byName = new Map<string, AuthorityRecord[]>();
  readonly #resolved = new Map<string, Resolution>();

  /** `unknownNames` are all names used by articles, with how often each spelling is used. */
  constructor(kind: AuthorityKind, records: readonly AuthorityRecord[], used: ReadonlyMap<string, number>) {
    this.#kind = kind;
    for (const record of records) {
      this.#byId.set(record.id, record);
      for (const spelling of new Set([record.name, ...record.variants].map(foldName))) {
        const namesakes = this.#byName.get(spelling);
        if (namesakes) namesakes.push(record);
        else this.#byName.set(spelling, [record]);
      }
    }
    this.#addImplicit(used);
  }

  /** All records, explicit and implicit, by id. */
  get records(): ReadonlyMap<string, AuthorityRecord> {
    return this.#byId;
  }

  /** The record a name or id of an article means, or why it means none. */
  resolve(name: string): Resolution {
    const known = this.#resolved.get(name);
    if (known) return known;
    const resolution = this.#find(name) ?? this.#refuse(name);
    this.#resolved.set(name, resolution);
    return resolution;
  }

  #find(name: string): Resolution | undefined {
    const byId = this.#byId.get(name);
    if (byId) return byId;
    const candidates = this.#byName.get(foldName(name)) ?? this.#qualified(name);
    const [only] = candidates;
    return candidates.length > 1 ? { trouble: "ambiguous", candidates } : only;
  }

  // "Georgia (country)": the word in parentheses chooses among namesakes, and only among them.
  #qualified(name: string): readonly AuthorityRecord[] {
    const { bare = "", qualifier = "" } = qualifiedName.exec(name)?.groups ?? {};
    const namesakes = this.#byName.get(foldName(bare)) ?? [];
    if (namesakes.length < 2) return [];
    const meant = namesakes.filter((record) => record.id === slugOf(name) || isQualifiedBy(record, qualifier));
    return meant.length === 0 ? namesakes : meant;
  }

  #refuse(name: string): NameTrouble {
    const by = this.#byId.get(slugOf(name));
    return by ? { trouble: "address-taken", by } : { trouble: "no-address" };
  }

  #addImplicit(used: ReadonlyMap<string, number>): void {
    const spellings = new Map<string, Map<string, number>>();
    for (const [name, count] of used) {
      if (this.#find(name) !== undefined) continue;
      const folded = foldName(name);
      const forms = spellings.get(folded) ?? new Map<string, number>();
      // Two Unicode forms of one spelling look alike and count together.
      const form = name.normalize("NFC").trim();
      forms.set(form, (forms.get(form) ?? 0) + count);
      spellings.set(folded, forms);
    }
    for (const [folded, forms] of [...spellings].sort(byKey)) {
      const best = bestSpelling(forms);
      const id = slugOf(best);
      if (id === "" || this.#byId.has(id)) continue;
      const record = implicitRecord(this.#kind, id, best, [...forms.keys()].filter((form) => form !== best).sort());
      this.#byId.set(id, record);
      this.#byName.set(folded, [record]);
    }
  }
}

const qualifiedName = /^(?<bare>.*\S)\s*\((?<qualifier>[^()]+)\)$/u;

// By what kind of place it is, or by a place it lies in.
function isQualifiedBy({ placeKind, country, parents }: AuthorityRecord, qualifier: string): boolean {
  const id = slugOf(qualifier);
  return id === country || parents.includes(id) || (placeKind !== undefined && foldName(placeKind) === foldName(qualifier));
}

// What most articles write; among equals what is not all capitals, then what has more accents: "José Núñez" before "JOSE NUNEZ".
function bestSpelling(forms: ReadonlyMap<string, number>): string {
  const ranked = [...forms].sort(([a, n], [b, m]) => m - n || Number(isShouted(a)) - Number(isShouted(b)) || accentsOf(b) - accentsOf(a) || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? "";
}

const isShouted = (name: string): boolean => name === name.toUpperCase();
const accentsOf = (name: string): number => name.normalize("NFD").length - name.length;

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function implicitRecord(kind: AuthorityKind, id: string, name: string, variants: readonly string[]): AuthorityRecord {
  return {
    kind, id, name, variants, sortName: name, description: undefined, profile: undefined, portrait: undefined,
    born: undefined, died: undefined, wikidata: undefined, viaf: undefined, geonames: undefined, url: undefined,
    formerIds: [], coordinates: undefined, country: undefined, parents: [], placeKind: undefined, redact: false, implicit: true,
  };
}
