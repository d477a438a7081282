import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../content/decode-text.ts";
import { parseRecords } from "../content/parse-records.ts";
import { authorityKinds } from "../model/authority.ts";
import type { AuthorityKind, AuthorityRecord } from "../model/authority.ts";
import { ContentError } from "../model/content-error.ts";
import { NameIndex } from "../model/names.ts";
import { foldName, slugOf } from "../model/slug.ts";
import type { ArticleDraft, Note } from "./draft.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Identifiers } from "./identifiers.ts";

/** The names of an archive, against which those of an import are held. */
export interface ArchiveNames {
  /**
   * Leads a draft's names to the archive's records: by name or variant, or by an identifier, which is noted. A name that
   * could be several records, or whose address another one has, is left out with a warning: nothing is merged or guessed.
   */
  readonly check: (draft: ArticleDraft) => ArticleDraft;
  /** True where the archive has a record that this name or id could mean. */
  readonly knows: (kind: AuthorityKind, name: string) => boolean;
}

/** Reads the authority files of a content folder. Throws ContentError where one has mistakes. */
export function openNames(content: string): ArchiveNames {
  const kinds = new Map(authorityKinds.map((kind) => [kind, openKind(kind, readRecords(content, kind))]));
  const check = (draft: ArticleDraft): ArticleDraft => {
    const notes: Note[] = [...draft.notes];
    const names = (kind: AuthorityKind): readonly string[] => {
      const lead = kinds.get(kind);
      const ids = new Map((draft.authorities ?? []).filter((one) => one.kind === kind).map((one) => [one.name, identifiersOf(one.ids)]));
      return [...new Set(draft[kind].flatMap((name) => lead?.resolve(name, ids.get(name) ?? {}, notes) ?? []))];
    };
    return { ...draft, people: names("people"), places: names("places"), organizations: names("organizations"), topics: names("topics"), notes };
  };
  return { check, knows: (kind, name) => kinds.get(kind)?.knows(name) === true };
}

interface KindOfNames {
  /** The name to write, a record's id, or undefined for one that cannot be written. */
  readonly resolve: (name: string, ids: Identifiers, notes: Note[]) => string | undefined;
  readonly knows: (name: string) => boolean;
}

function openKind(kind: AuthorityKind, records: readonly AuthorityRecord[]): KindOfNames {
  const index = new NameIndex(kind, records, new Map());
  const byAddress = new Map<string, string>();
  const leaveOut = (name: string, why: string, notes: Note[]): undefined => {
    notes.push({ level: "warning", kind: `${kind} left out: it is not sure which record is meant`, text: `left "${name}" out of ${kind}: ${why}` });
  };
  const resolve = (name: string, ids: Identifiers, notes: Note[]): string | undefined => {
    const found = index.resolve(name);
    const identified = records.find((record) => sharesIdentifier(record, ids));
    if (!("trouble" in found)) {
      if (identified === found || !contradicts(found, ids)) return name;
      if (identified === undefined) return leaveOut(name, `the source means ${describe(ids)}, and the record ${found.id} is ${describe(found)}`, notes);
    }
    if (identified !== undefined) {
      notes.push({ level: "change", kind: "names led to a record by their identifiers", text: `wrote "${name}" as ${identified.id}, which has the same identifier (${describe(ids)})` });
      return identified.id;
    }
    if (!("trouble" in found)) return name;
    if (found.trouble === "ambiguous") return leaveOut(name, `it may be ${found.candidates.map(({ id }) => id).join(" or ")}; write one of these ids`, notes);
    const address = slugOf(name);
    if (address === "") return leaveOut(name, "no address can be made of it", notes);
    if (found.trouble === "address-taken") return leaveOut(name, `its address is that of the record ${found.by.id}; if it is the same, add it there as a variant`, notes);
    const other = byAddress.get(address);
    if (other !== undefined && foldName(other) !== foldName(name)) return leaveOut(name, `its address is that of "${other}"; if they are the same, write one of them`, notes);
    byAddress.set(address, other ?? name);
    return name;
  };
  const knows = (name: string): boolean => {
    const found = index.resolve(name);
    return !("trouble" in found) || found.trouble !== "no-address";
  };
  return { resolve, knows };
}

const identifierNames = ["wikidata", "viaf", "geonames"] as const;

function sharesIdentifier(record: AuthorityRecord, ids: Identifiers): boolean {
  return identifierNames.some((name) => ids[name] !== undefined && record[name] === ids[name]);
}

function contradicts(record: AuthorityRecord, ids: Identifiers): boolean {
  return identifierNames.some((name) => ids[name] !== undefined && record[name] !== undefined && record[name] !== ids[name]);
}

function describe(ids: Readonly<Partial<Record<keyof Identifiers, string | undefined>>>): string {
  return identifierNames.flatMap((name) => (ids[name] === undefined ? [] : [`${name} ${ids[name]}`])).join(", ");
}

function readRecords(content: string, kind: AuthorityKind): readonly AuthorityRecord[] {
  const file = `${kind}.yaml`;
  const path = join(content, file);
  if (!existsSync(path)) return [];
  const text = decodeText(file, readFileSync(path));
  if (typeof text !== "string") throw new ContentError([text]);
  const { records, problems } = parseRecords(kind, { file, text, line: 1 });
  if (problems.length > 0) throw new ContentError(problems);
  return records;
}
