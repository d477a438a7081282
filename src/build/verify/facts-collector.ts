import { joinIds, pushRow } from "./facts-section.ts";
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

/** Texts that have got a number since the collector was last asked. */
export interface NewTexts {
  /** The number of the first of them. */
  readonly first: number;
  readonly texts: readonly string[];
}

/** Collects the facts of the pages that a process renders, and tells each text once, however many pages have it. */
export class FactsCollector {
  readonly #collector: number;
  readonly #links = new TextNumbers();
  readonly #ids = new TextNumbers();
  /** Which page a link, by its number, was last noted for. */
  readonly #notedFor: number[] = [];
  #page = 0;
  #names: string[] = [];
  #rows: number[] = [];
  #faults: (readonly [name: string, faults: readonly PageFault[]])[] = [];

  /** `collector` tells it apart from the others of a build. */
  constructor(collector: number) {
    this.#collector = collector;
  }

  note(name: string, { links, ids, indexed, likeness, faults }: PageFacts): void {
    this.#page++;
    this.#names.push(name);
    const numbers: number[] = [];
    for (const link of links) {
      const number = this.#links.numberOf(link);
      if (this.#notedFor[number] === this.#page) continue;
      this.#notedFor[number] = this.#page;
      numbers.push(number);
    }
    pushRow(this.#rows, indexed, likeness, this.#ids.numberOf(joinIds(ids)), numbers);
    if (faults.length > 0) this.#faults.push([name, faults]);
  }

  /** What was noted since the last time. */
  take(): CollectedFacts {
    const taken = { collector: this.#collector, names: this.#names, rows: Uint32Array.from(this.#rows), links: this.#links.take(), ids: this.#ids.take(), faults: this.#faults };
    this.#names = [];
    this.#rows = [];
    this.#faults = [];
    return taken;
  }
}

/** Numbers for texts, each text once. */
class TextNumbers {
  readonly #numbers = new Map<string, number>();
  #taken = 0;
  #new: string[] = [];

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#new.push(text);
    return number;
  }

  take(): NewTexts {
    const taken = { first: this.#taken, texts: this.#new };
    this.#taken += this.#new.length;
    this.#new = [];
    return taken;
  }
}
