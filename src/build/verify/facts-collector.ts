import { joinIds, pushRow } from "./facts-section.ts";
import { LinkNumbers, type NewTexts } from "./link-numbers.ts";
import type { PageFacts, PageFault } from "./page-facts.ts";

/** What a process has collected of pages since it was last asked, on its way to another. */
export interface CollectedFacts {
  /** Tells apart who has given the numbers. */
  readonly collector: number;
  readonly names: readonly string[];
  readonly rows: Uint32Array;
  readonly links: NewTexts;
  readonly ids: NewTexts;
  readonly faults: readonly (readonly [name: string, faults: readonly PageFault[]])[];
}

/** Collects the facts of the pages that a process renders, and tells each text once, however many pages have it. */
export class FactsCollector {
  readonly #collector: number;
  readonly #links = new LinkNumbers();
  readonly #ids = new Map<string, number>();
  #takenIds = 0;
  #names: string[] = [];
  #rows: number[] = [];
  #faults: (readonly [name: string, faults: readonly PageFault[]])[] = [];

  /** `collector` tells it apart from the others of a build. */
  constructor(collector: number) {
    this.#collector = collector;
  }

  note(name: string, { links, ids, indexed, likeness, faults }: PageFacts): void {
    this.#names.push(name);
    pushRow(this.#rows, indexed, likeness, this.#numberOfIds(joinIds(ids)), this.#links.numbersOf(links));
    if (faults.length > 0) this.#faults.push([name, faults]);
  }

  /** What was noted since the last time. */
  take(): CollectedFacts {
    const ids = { first: this.#takenIds, texts: [...this.#ids.keys()].slice(this.#takenIds) };
    this.#takenIds = this.#ids.size;
    const taken = { collector: this.#collector, names: this.#names, rows: Uint32Array.from(this.#rows), links: this.#links.take(), ids, faults: this.#faults };
    this.#names = [];
    this.#rows = [];
    this.#faults = [];
    return taken;
  }

  #numberOfIds(ids: string): number {
    const known = this.#ids.get(ids);
    if (known !== undefined) return known;
    this.#ids.set(ids, this.#ids.size);
    return this.#ids.size - 1;
  }
}
