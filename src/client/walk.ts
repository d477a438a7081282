import type { ShardEntry } from "./manifest.ts";
import type { Order } from "./question.ts";
import type { OpenShard } from "./shard.ts";

/** An article that was found. */
export interface Found {
  readonly shard: OpenShard;
  /** Its place in time inside the shard, 0 is the oldest. */
  readonly article: number;
  /** "" where it is undated. */
  readonly day: string;
  readonly score: number;
}

/** The results of one question as far as they are known. */
export interface Walk {
  /** In the order that was asked for; more may follow, none is moved. */
  readonly found: readonly Found[];
  /** Number of steps not yet taken. */
  readonly left: number;
  /** Asks shards until there are as many results as are wanted, or no shard is left. */
  until(wanted: number): Promise<void>;
}

/** Starts a walk over shards. Takes a function that asks some of them together. */
export function startWalk(
  entries: readonly ShardEntry[],
  order: Order,
  find: (entries: readonly ShardEntry[]) => Promise<readonly Found[]>,
): Walk {
  const steps = [...stepsOf(entries, order)];
  const found: Found[] = [];
  let running = Promise.resolve();

  // Steps at once, twice as many each time: a word that stands in the oldest of ninety shards is found in seven rounds.
  async function advance(wanted: number): Promise<void> {
    for (let width = 1; found.length < wanted && steps.length > 0; width *= 2) {
      const results = await Promise.all(steps.slice(0, width).map(find));
      steps.splice(0, width);
      for (const step of results) for (const result of step.toSorted(comparisons[order])) found.push(result);
    }
  }

  return {
    found,
    get left() {
      return steps.length;
    },
    // One after another: asked twice at once, a step would be taken twice. A failure ends only the call that met it.
    until: (wanted) => (running = running.catch(() => undefined).then(() => advance(wanted))),
  };
}

/** Shards to be asked together, in the order of asking: all at once by relevance, otherwise only those whose times cross. */
export function stepsOf(entries: readonly ShardEntry[], order: Order): readonly (readonly ShardEntry[])[] {
  const undated = entries.filter(({ from }) => from === "");
  const dated = entries.filter(({ from }) => from !== "").toSorted(byBeginning);
  if (entries.length === 0) return [];
  if (order === "relevance") return [[...dated.toReversed(), ...undated]];
  const steps: ShardEntry[][] = [];
  let end = "";
  for (const entry of dated) {
    const last = steps.at(-1);
    if (last !== undefined && crosses(last, end, entry)) last.push(entry);
    else steps.push([entry]);
    if (entry.to > end) end = entry.to;
  }
  if (order === "newest") steps.reverse();
  // The undated are neither old nor new: last in both orders.
  return [...steps, ...undated.map((entry) => [entry])];
}

// A day can be cut into pieces, "1987-03-02" and "1987-03-02.2": one language and in order, so no crossing.
function crosses(step: readonly ShardEntry[], end: string, { from, language }: ShardEntry): boolean {
  return from < end || (from === end && step.some((other) => other.language !== language));
}

function byBeginning(a: ShardEntry, b: ShardEntry): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.to < b.to ? -1 : a.to > b.to ? 1 : 0;
}

const comparisons: Readonly<Record<Order, (a: Found, b: Found) => number>> = {
  // Equal scores stand newest first.
  relevance: (a, b) => b.score - a.score || byTime(b, a),
  newest: (a, b) => byTime(b, a),
  oldest: (a, b) => byTime(a, b),
};

function byTime(a: Found, b: Found): number {
  return a.day === b.day ? a.article - b.article : a.day < b.day ? -1 : 1;
}
