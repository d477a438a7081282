import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { articleSchema } from "../content/article-schema.ts";
import { splitFrontMatter } from "../content/front-matter.ts";
import { proposedFile, removeProposed } from "../content/proposed-records.ts";
import { readYaml } from "../content/yaml.ts";
import type { NameIndex } from "../model/names.ts";
import { planRecords, tagOf, type RecordPlan } from "./record-plan.ts";
import type { ArticleSuggestions } from "./suggest-archive.ts";
import type { Waiting } from "./waiting.ts";
import { addRecords, addToList } from "./yaml-edit.ts";

/** What `--accept` wrote. */
export interface Accepted {
  readonly tags: number;
  readonly articles: number;
  /** Records added to each authority file. */
  readonly records: Readonly<Record<Kind, number>>;
  /** Spellings added to records. */
  readonly variants: number;
  /** What could not be written, why, and what to do by hand. */
  readonly unwritten: readonly { readonly file: string; readonly why: string }[];
}

type Kind = "people" | "places";
const kinds: readonly Kind[] = ["people", "places"];

export interface Acceptance {
  readonly content: string;
  readonly articles: readonly ArticleSuggestions[];
  readonly waiting: Waiting;
  readonly names: Readonly<Record<Kind, NameIndex>>;
  /** What each article is tagged with, by ids. */
  readonly tagged: ReadonlyMap<string, Readonly<Record<Kind, ReadonlySet<string>>>>;
  /** Text of each file. */
  readonly sources: ReadonlyMap<string, string>;
  /** True where the proposals of other articles and of importers are accepted too. */
  readonly takeAllWaiting: boolean;
}

/**
 * Writes the accepted suggestions: first records and variants into the authority files, then tags into the articles, then
 * takes the proposals out of their files. After a kill in between, the command run again goes on where it stopped.
 */
export function acceptSuggestions(acceptance: Acceptance): Accepted {
  const written = { people: writeRecords("people", acceptance), places: writeRecords("places", acceptance) };
  const tagged = acceptance.articles.map((article) => writeTags(article, acceptance, written));
  for (const kind of kinds) if (written[kind].done.size > 0) removeProposed(acceptance.content, kind, written[kind].done);
  return {
    tags: tagged.reduce((sum, { tags }) => sum + tags, 0),
    articles: tagged.filter(({ tags }) => tags > 0).length,
    records: { people: written.people.records, places: written.places.records },
    variants: written.people.variants + written.places.variants,
    unwritten: [...written.people.unwritten, ...written.places.unwritten, ...tagged.flatMap(({ unwritten }) => unwritten)],
  };
}

interface WrittenRecords {
  readonly plan: RecordPlan;
  readonly records: number;
  readonly variants: number;
  /** Ids of the proposals that have been dealt with. */
  readonly done: ReadonlySet<string>;
  /** Ids of records that are not there, so that no article may be tagged with them. */
  readonly missing: ReadonlySet<string>;
  readonly unwritten: Accepted["unwritten"];
}

function writeRecords(kind: Kind, acceptance: Acceptance): WrittenRecords {
  const file = `${kind}.yaml`;
  const before = acceptance.sources.get(file) ?? "";
  const plan = planRecords(kind, acceptance, recordsIn(file, before));
  const done = new Set(plan.done);
  const missing = new Set(plan.blocked);
  const unwritten = [...plan.blocked].map((id) => ({ file: proposedFile(kind), why: `another record "${id}" is in ${file}; give this one another id, or take it out` }));
  let text = before;
  let variants = 0;
  for (const [id, spellings] of plan.variants) {
    const names = spellings.map(({ spelling }) => spelling);
    const edited = addToList(text, { path: [id, "variants"], before: new Set(["sortName", "description"]) }, names);
    if (edited === undefined) {
      for (const { proposal } of spellings) done.delete(proposal);
      unwritten.push({ file, why: byHand(`to ${id}: variants: [${names.join(", ")}]`) });
      continue;
    }
    text = edited;
    variants += names.length;
  }
  const edited = plan.records.size === 0 ? text : addRecords(text, plan.records);
  if (edited === undefined) {
    unwritten.push({ file, why: byHand([...plan.records].map(([id, { name }]) => `${id}: {name: ${String(name)}}`).join(", ")) });
    for (const id of plan.records.keys()) missing.add(id);
    done.clear();
  } else text = edited;
  if (text !== before) writeFile(path.join(acceptance.content, file), text);
  return { plan, records: edited === undefined ? 0 : plan.records.size, variants, done, missing, unwritten };
}

function recordsIn(file: string, text: string): Readonly<Record<string, unknown>> {
  const { value } = readYaml({ file, text, line: 1 });
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

interface WrittenTags {
  readonly tags: number;
  readonly unwritten: Accepted["unwritten"];
}

function writeTags({ file, suggestions }: ArticleSuggestions, acceptance: Acceptance, written: Readonly<Record<Kind, WrittenRecords>>): WrittenTags {
  const source = acceptance.sources.get(file) ?? "";
  const unwritten: { file: string; why: string }[] = [];
  let text = source;
  let tags = 0;
  for (const kind of kinds) {
    const has = acceptance.tagged.get(file)?.[kind];
    const { plan, missing } = written[kind];
    const wanted = suggestions.filter((one) => one.kind === kind && one.accepts).map((one) => tagOf(one, plan, acceptance));
    // A spelling of somebody the article is tagged with already makes a variant and no second tag.
    const added = [...new Set(wanted.filter(({ id }) => !missing.has(id) && has?.has(id) !== true).map(({ tag }) => tag))];
    const edited = added.length === 0 ? text : addToFrontMatter(file, text, kind, added);
    if (edited === undefined) unwritten.push({ file, why: byHand(`${kind}: [${added.join(", ")}]`) });
    else {
      text = edited;
      tags += added.length;
    }
  }
  if (text !== source) writeFile(path.join(acceptance.content, file), text);
  return { tags, unwritten };
}

const byHand = (what: string): string => `it could not be changed without touching more of it; add ${what}`;

const keys = Object.keys(articleSchema.shape);

function addToFrontMatter(file: string, text: string, kind: Kind, names: readonly string[]): string | undefined {
  const { yaml } = splitFrontMatter(file, text);
  if (yaml === undefined) return undefined;
  const start = text.indexOf("\n") + 1;
  const edited = addToList(yaml.text, { path: [kind], before: new Set(keys.slice(keys.indexOf(kind) + 1)) }, names);
  return edited === undefined ? undefined : text.slice(0, start) + edited + text.slice(start + yaml.text.length);
}

// Written beside and moved, so that a kill leaves the old file or the new one. Its byte order mark and its permissions stay.
function writeFile(place: string, text: string): void {
  const isThere = existsSync(place);
  const target = isThere ? realpathSync(place) : place;
  const waiting = path.join(path.dirname(target), `.${path.basename(target)}.tmp`);
  const mark = isThere && readFileSync(target).subarray(0, 3).equals(byteOrderMark) ? "\ufeff" : "";
  writeFileSync(waiting, mark + text, isThere ? { mode: statSync(target).mode } : {});
  renameSync(waiting, target);
}

const byteOrderMark = Buffer.from("\ufeff");
