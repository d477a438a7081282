import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { articleSchema } from "../content/article-schema.ts";
import { splitFrontMatter } from "../content/front-matter.ts";
import { removeProposed } from "../content/proposed-records.ts";
import type { NameIndex } from "../model/names.ts";
import { planRecords, tagOf } from "./record-plan.ts";
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
  /** What could not be written into a file as it is, and what to add by hand. */
  readonly unwritten: readonly { readonly file: string; readonly add: string }[];
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
  const { content, articles, sources } = acceptance;
  const unwritten: { file: string; add: string }[] = [];
  const records = { people: 0, places: 0 };
  let variants = 0;
  const plans = { people: planRecords("people", acceptance), places: planRecords("places", acceptance) };
  const missing = new Set<string>();
  for (const kind of kinds) {
    const file = `${kind}.yaml`;
    const plan = plans[kind];
    const before = sources.get(file) ?? "";
    let text = before;
    for (const [id, spellings] of plan.variants) {
      const edited = addToList(text, { path: [id, "variants"], before: new Set(["sortName", "description"]) }, spellings);
      if (edited === undefined) unwritten.push({ file, add: `${id}: variants: [${spellings.join(", ")}]` });
      else {
        text = edited;
        variants += spellings.length;
      }
    }
    if (plan.records.size > 0) {
      const edited = addRecords(text, plan.records);
      if (edited === undefined) {
        for (const id of plan.records.keys()) missing.add(`${kind} ${id}`);
        unwritten.push({ file, add: [...plan.records].map(([id, record]) => `${id}: {name: ${String(record["name"])}}`).join(", ") });
      } else {
        text = edited;
        records[kind] = plan.records.size;
      }
    }
    if (text !== before) writeFile(path.join(content, file), text);
  }
  let tags = 0;
  let changed = 0;
  for (const { file, suggestions } of articles) {
    const source = sources.get(file);
    if (source === undefined) continue;
    let text = source;
    for (const kind of kinds) {
      const has = acceptance.tagged.get(file)?.[kind];
      const wanted = suggestions.filter((one) => one.kind === kind && one.accepts && !missing.has(`${kind} ${one.id}`)).map((one) => tagOf(one, plans[kind], acceptance));
      // A spelling of somebody the article is tagged with already makes a variant and no second tag.
      const added = [...new Set(wanted.filter(({ id }) => has?.has(id) !== true).map(({ tag }) => tag))];
      if (added.length === 0) continue;
      const edited = addToFrontMatter(file, text, kind, added);
      if (edited === undefined) unwritten.push({ file, add: `${kind}: [${added.join(", ")}]` });
      else {
        text = edited;
        tags += added.length;
      }
    }
    if (text === source) continue;
    changed++;
    writeFile(path.join(content, file), text);
  }
  for (const kind of kinds) if (plans[kind].done.size > 0) removeProposed(content, kind, new Set([...plans[kind].done].filter((id) => !missing.has(`${kind} ${id}`))));
  return { tags, articles: changed, records, variants, unwritten };
}

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
