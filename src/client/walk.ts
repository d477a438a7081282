import type { ShardEntry } from "./manifest.ts";
import type { Order } from "./question.ts";
import type { Found } from "./shard.ts";

/** The results of one question as far as they are known. */
export interface Walk {
  /** In the order that was asked for; more may follow, none is moved. */
  readonly found: readonly Found[];
  /** Number of steps not yet taken. */
  readonly left: number;
  /** Asks shards until there are as many results as are wanted, or no shard is left. */
  until(wanted: number): Promise<void>;
}

/** Starts a walk over shards. Takes a function that asks one; `days` says whether its results need their days. */
export function startWalk(
  entries: readonly ShardEntry[],
  order: Order,
  find: (entry: ShardEntry, days: boolean) => Promise<readonly Found[]>,
): Walk {
  const steps = [...stepsOf(entries, order)];
  const found: Found[] = [];
  let running = Promise.resolve();

  async function advance(wanted: number): Promise<void> {
    while (found.length < wanted) {
      const step = steps[0];
      if (step === undefined) return;
      // By date, only shards whose times cross (two languages) must be compared by day.
      const days = step.length > 1 && order !== "relevance";
      const results = await Promise.all(step.map((entry) => find(entry, days)));
      steps.shift();
      for (const result of results.flat().sort(comparisons[order])) found.push(result);
    }
  }

  return {
    found,
    get left() {
      return steps.length;
    },
    // One after another: asked twice at once, a step would be taken twice.
    until: (wanted) => (running = running.then(() => advance(wanted))),
  };
}

/** Shards to be asked together, in the order of asking: all at once by relevance, otherwise only those whose times cross. */
export function stepsOf(entries: readonly ShardEntry[], order: Order): readonly (readonly ShardEntry[])[] {
  const undated = entries.filter(({ from }) => from === "");
  const dated = entries.filter(({ from }) => from !== "").toSorted(byBeginning);
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
  // Equal scores stay as they come: newest shard first.
  relevance: (a, b) => b.score - a.score,
  newest: (a, b) => (a.day === b.day ? b.place - a.place : a.day < b.day ? 1 : -1),
  oldest: (a, b) => (a.day === b.day ? a.place - b.place : a.day < b.day ? -1 : 1),
};
