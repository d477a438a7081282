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
  shards: readonly OpenShard[],
  order: Order,
  find: (shards: readonly OpenShard[]) => Promise<readonly Found[]>,
): Walk {
  const steps = [...stepsOf(shards, order)];
  const found: Found[] = [];
  // By date all scores are equal; by relevance equal ones stand newest first.
  const direction = order === "oldest" ? 1 : -1;
  let running = Promise.resolve();

  // Steps at once, twice as many each time: a word that stands in the oldest of ninety shards is found in seven rounds.
  async function advance(wanted: number): Promise<void> {
    for (let width = 1; found.length < wanted && steps.length > 0; width *= 2) {
      const results = await Promise.all(steps.slice(0, width).map(find));
      steps.splice(0, width);
      for (const step of results) for (const result of step.toSorted((a, b) => b.score - a.score || direction * byTime(a, b))) found.push(result);
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

// Shards to be asked together, in the order of asking: all at once by relevance, otherwise only those whose times cross.
function stepsOf(shards: readonly OpenShard[], order: Order): readonly (readonly OpenShard[])[] {
  if (order === "relevance") return [shards];
  // The undated are neither old nor new: last in both orders.
  const beginningOf = ({ entry }: OpenShard): string => entry.from || (order === "oldest" ? "~" : "");
  const steps: OpenShard[][] = [];
  let end = "";
  for (const shard of shards.toSorted((a, b) => compareTexts(beginningOf(a), beginningOf(b)))) {
    const from = beginningOf(shard);
    const last = steps.at(-1) ?? [];
    // A day can be cut into pieces, "1987-03-02" and "1987-03-02.2": one language and in order, so no crossing.
    if (from > end || (from === end && last.every(({ entry }) => entry.language === shard.entry.language))) steps.push([shard]);
    else last.push(shard);
    if (shard.entry.to > end) end = shard.entry.to;
  }
  return order === "oldest" ? steps : steps.reverse();
}

function byTime(a: Found, b: Found): number {
  return compareTexts(a.day, b.day) || a.article - b.article;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
