import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMap, isScalar, parseDocument, stringify } from "yaml";
import { z } from "zod";
import type { AuthorityKind } from "../model/authority.ts";
import { ContentError } from "../model/content-error.ts";
import { slugOf } from "../model/slug.ts";
import { placeSchema, recordSchema } from "./authority-schema.ts";
import { locateFaults, type YamlSource } from "./fault.ts";
import { id as idSchema, text } from "./schema-parts.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

/** A name that is in no authority file yet, as it waits in `_proposed-people.yaml` for an editor. */
export interface ProposedRecord {
  readonly id: string;
  /** What the record would be: keys of the authority file, as the editor left them. */
  readonly record: Readonly<Record<string, unknown>> & { readonly name: string };
  /** The record this may be another spelling of; accepted, the name becomes its variant. */
  readonly variantOf?: string | undefined;
  /** What only an editor can decide. As long as it stands there, nothing is accepted. */
  readonly question?: string | undefined;
  /** True where an editor said no: it is neither accepted nor proposed again. */
  readonly rejected: boolean;
  /** Where it was found: "1987/03/funaro.md:12 Finance Minister Dilson Funaro". */
  readonly found: readonly string[];
}

/** A name to propose. */
export interface Proposal {
  readonly name: string;
  readonly variants?: readonly string[];
  readonly description?: string;
  /** "Q42", where the source gives it. */
  readonly wikidata?: string;
  readonly viaf?: string;
  readonly geonames?: string;
  readonly variantOf?: string;
  readonly question?: string;
  readonly found: readonly string[];
}

/** "people" -> "_proposed-people.yaml"; names that begin with "_" are not content. */
export function proposedFile(kind: AuthorityKind): string {
  return `_proposed-${kind}.yaml`;
}

/** Reads the proposals that wait in a content folder, in the file's order. Throws ContentError where an editor's slip made the file unreadable. */
export function readProposed(content: string, kind: AuthorityKind): readonly ProposedRecord[] {
  const source = readSource(content, kind);
  const yaml = readYaml(source);
  if (yaml.problems) throw new ContentError(yaml.problems);
  const entries = validate(z.record(idSchema, z.unknown()), yaml.value, { whole: source.file });
  if (entries.faults) throw new ContentError(locateFaults(source, entries.faults));
  const own = { variantOf: idSchema.optional(), question: text.optional(), rejected: z.boolean().optional(), found: z.array(text).optional() };
  const schema = kind === "places" ? placeSchema.extend(own) : recordSchema.extend(own);
  const faults = Object.entries(entries.value).flatMap(([id, value]) => (validate(schema, value, { whole: id }).faults ?? []).map((fault) => ({ ...fault, path: [id, ...fault.path] })));
  if (faults.length > 0) throw new ContentError(locateFaults(source, faults));
  return Object.entries(entries.value).map(([id, value]) => {
    const { variantOf, question, rejected = false, found = [] } = waiting.parse(value);
    return { id, record: recordKeys.parse(value), variantOf, question, rejected, found };
  });
}

// What is known to have passed the schema above, once as its own keys and once as the record's.
const waiting = z.object({ variantOf: z.string().optional(), question: z.string().optional(), rejected: z.boolean().optional(), found: z.array(z.string()).optional() });
const recordKeys = z.looseObject({ name: z.string() }).transform(({ variantOf: _variantOf, question: _question, rejected: _rejected, found: _found, ...record }) => record);

/**
 * Adds proposals to the file, behind those that wait there, of which not a byte changes. A name whose id waits already is
 * left out. Returns how many were added.
 */
export function addProposed(content: string, kind: AuthorityKind, proposals: readonly Proposal[]): number {
  const known = new Set(readProposed(content, kind).map(({ id }) => id));
  const added: string[] = [];
  for (const proposal of proposals) {
    const id = slugOf(proposal.name);
    if (id === "" || known.has(id)) continue;
    known.add(id);
    added.push(renderProposal(id, proposal));
  }
  if (added.length === 0) return 0;
  const { text: before } = readSource(content, kind);
  const start = before === "" ? heading(kind) : before.endsWith("\n") ? before : `${before}\n`;
  writeWhole(path.join(content, proposedFile(kind)), start + added.join(""));
  return added.length;
}

/** Takes entries out of the file, of which no other byte changes; without any left the file goes too. */
export function removeProposed(content: string, kind: AuthorityKind, ids: ReadonlySet<string>): void {
  const { text } = readSource(content, kind);
  const left = readProposed(content, kind).filter(({ id }) => !ids.has(id));
  const place = path.join(content, proposedFile(kind));
  if (left.length === 0) {
    rmSync(place, { force: true });
    return;
  }
  const { contents } = parseDocument(text, { version: "1.2", schema: "core" });
  const keys = isMap(contents) ? contents.items.flatMap(({ key }) => (isScalar(key) && key.range ? [{ id: String(key.value), at: key.range[0] }] : [])) : [];
  const kept = keys.map(({ id, at }, i) => (ids.has(id) ? "" : text.slice(at, keys[i + 1]?.at ?? text.length)));
  writeWhole(place, text.slice(0, keys[0]?.at ?? 0) + kept.join(""));
}

// Written beside and moved: a kill leaves the old file or the new one.
function writeWhole(place: string, text: string): void {
  const waiting = `${place}.tmp`;
  writeFileSync(waiting, text);
  renameSync(waiting, place);
}

function readSource(content: string, kind: AuthorityKind): YamlSource {
  const file = proposedFile(kind);
  const place = path.join(content, file);
  return { file, text: existsSync(place) ? readFileSync(place, "utf8") : "", line: 1 };
}

function renderProposal(id: string, { name, variants = [], description, wikidata, viaf, geonames, variantOf, question, found }: Proposal): string {
  const entry = {
    name,
    ...(variants.length > 0 ? { variants } : {}),
    ...(description === undefined ? {} : { description }),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(viaf === undefined ? {} : { viaf }),
    ...(geonames === undefined ? {} : { geonames }),
    ...(variantOf === undefined ? {} : { variantOf }),
    ...(question === undefined ? {} : { question }),
    found,
  };
  // The core schema of YAML 1.2, a line to a value: the same bytes on every machine.
  return stringify({ [id]: entry }, { lineWidth: 0, version: "1.2", schema: "core" });
}

function heading(kind: AuthorityKind): string {
  return `# Names found in articles and not yet in ${kind}.yaml. \`backfile suggest --accept\` moves them there.
# Correct what you like before. Write \`rejected: true\` below a name that should never be proposed again. A name with
# a \`question\` waits until you have answered it by deleting that line; without its line \`variantOf\` a name becomes a
# record of its own.
`;
}
