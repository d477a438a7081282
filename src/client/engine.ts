import { dayRange, overlaps } from "./calendar.ts";
import { createDownloads } from "./downloads.ts";
import { excerptOf, type Piece } from "./excerpt.ts";
import { createInstances } from "./instances.ts";
import { parseManifest, type ShardEntry } from "./manifest.ts";
import type { PagefindFragment, PagefindModule } from "./pagefind.ts";
import { isEmpty, type Question } from "./question.ts";
import { openShard, type OpenShard } from "./shard.ts";
import { startWalk, type Walk } from "./walk.ts";

/** One result, ready to be shown. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly picture: string;
  readonly excerpt: readonly Piece[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** False where shards that have not been asked may hold more: the total is "at least". */
  readonly complete: boolean;
}

/** Values and numbers of articles, by filter. */
export type Facets = ReadonlyMap<string, readonly (readonly [value: string, count: number])[]>;

/** Answers questions over all shards of an index. */
export interface Engine {
  ask(question: Question): Promise<Answer>;
  /** Values of the named filters with their numbers of articles in the whole archive, most frequent first. */
  facets(names: readonly string[]): Promise<Facets>;
}

/** What an engine needs from where it runs. */
export interface Surroundings {
  /** Address of the index, with its slash at the end. */
  readonly base: string;
  readonly network: typeof fetch;
  /** Puts `fetch` in the place of the one that Pagefind calls. */
  replaceFetch(fetch: typeof globalThis.fetch): void;
  importModule(url: string): Promise<PagefindModule>;
}

/**
 * Opens an index. Shards are asked only as far as needed: by date one after another, from the end that was asked for,
 * until there are results enough; by relevance all that the range of days touches.
 * Throws a DownloadError where a file does not arrive; an engine that has thrown is of no more use.
 */
export async function openEngine({ base, network, replaceFetch, importModule }: Surroundings): Promise<Engine> {
  const response = await network(`${base}shards.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${base}shards.json: status ${response.status}`);
  const manifest = parseManifest(await response.json());
  const downloads = createDownloads(base, manifest, network);
  replaceFetch(downloads.fetch);

  // The address makes one module for each stemming program.
  const createInstance = createInstances(downloads, (wasm) => importModule(`${base}pagefind.js?${manifest.version}-${wasm}`));
  const open = new Map<string, OpenShard>();
  const walks = new Map<string, Walk>();

  function shardOf(entry: ShardEntry): OpenShard {
    const shard = open.get(entry.path) ?? openShard(entry, createInstance, downloads);
    open.set(entry.path, shard);
    return shard;
  }

  function walkOf(question: Question): Walk {
    const key = JSON.stringify({ ...question, show: 0 });
    const known = walks.get(key);
    if (known !== undefined) return known;
    const range = dayRange(question.from, question.to);
    const entries = manifest.shards.filter((entry) => overlaps(entry, range));
    const walk = startWalk(entries, question.order, (entry, days) =>
      shardOf(entry).find({ words: question.words, filters: filtersOf(question), range, days }),
    );
    walks.clear(); // Only the question on the page is asked for more.
    walks.set(key, walk);
    return walk;
  }

  async function ask(question: Question): Promise<Answer> {
    if (isEmpty(question)) return { hits: [], total: 0, complete: true };
    const walk = walkOf(question);
    await walk.until(question.show);
    const fragments = await Promise.all(walk.found.slice(0, question.show).map((found) => found.data()));
    return { hits: fragments.map(hitOf), total: walk.found.length, complete: walk.left === 0 };
  }

  async function facets(names: readonly string[]): Promise<Facets> {
    const merged = names.map(async (name) => {
      const counts = await Promise.all(manifest.shards.map((entry) => shardOf(entry).count(name)));
      return [name, sumOf(counts)] as const;
    });
    return new Map(await Promise.all(merged));
  }

  return { ask, facets };
}

function filtersOf({ person, place }: Question): Readonly<Record<string, string>> {
  return { ...(person === "" ? {} : { person }), ...(place === "" ? {} : { place }) };
}

// Date and picture stand in the link's fragment, see `pagefindRecordOf`.
function hitOf(fragment: PagefindFragment): Hit {
  const [href = "", notes = ""] = fragment.raw_url.split("#");
  const { date = "", picture = "" } = Object.fromEntries(new URLSearchParams(notes));
  const title = fragment.meta["title"] ?? href;
  return { href, title, date, section: fragment.filters["section"]?.[0] ?? "", picture, excerpt: excerptOf(fragment) };
}

function sumOf(all: readonly ReadonlyMap<string, number>[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const counts of all) for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return Array.from(sums).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
