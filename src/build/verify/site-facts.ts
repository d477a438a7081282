import type { PageFacts, PageFault } from "./page-facts.ts";

/** The facts of many pages on their way between processes, or into a file: texts once, and numbers that name them. */
export interface PackedFacts {
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** For each page: 1 where it is indexed, its likeness, the number of links, the links, the number of ids, the ids. */
  readonly numbers: Uint32Array;
  readonly faults: readonly (readonly [name: string, faults: readonly PageFault[]])[];
}

/**
 * The facts of a site's pages by name. A link is a number here: a page has fifty of them, and most stand on many pages.
 * The name is whatever the owner tells pages apart by. All numbers stand in one long array, each page's in a row, as in
 * `PackedFacts`: twenty thousand arrays would cost more than everything in them.
 */
export class SiteFacts {
  #texts: string[] = [];
  readonly #numberOf = new Map<string, number>();
  #numbers = new Uint32Array(1 << 12);
  #length = 0;
  /** Where each page's numbers begin. */
  readonly #pages = new Map<string, number>();
  readonly #faults = new Map<string, readonly PageFault[]>();

  has(name: string): boolean {
    return this.#pages.has(name);
  }

  /** Adds a page, or puts its facts in the place of others. */
  set(name: string, { links, ids, indexed, likeness, faults }: PageFacts): void {
    let at = this.#room(4 + links.length + ids.length);
    this.#pages.set(name, at);
    this.#numbers[at++] = indexed ? 1 : 0;
    this.#numbers[at++] = likeness;
    this.#numbers[at++] = links.length;
    for (const link of links) this.#numbers[at++] = this.#number(link);
    this.#numbers[at++] = ids.length;
    for (const id of ids) this.#numbers[at++] = this.#number(id);
    this.#setFaults(name, faults);
  }

  /** Takes over pages from elsewhere: all, or those to which `nameOf` gives the name they have here. */
  merge({ names, texts, numbers, faults }: PackedFacts, nameOf: (name: string) => string | undefined = (name) => name): void {
    const translated = this.#translationOf(texts);
    let at = 0;
    for (const there of names) {
      const end = endOf(numbers, at);
      const name = nameOf(there);
      if (name !== undefined) {
        const ids = at + 3 + (numbers[at + 2] ?? 0);
        const here = this.#room(end - at);
        this.#pages.set(name, here);
        this.#numbers.set(numbers.subarray(at, end), here);
        if (translated !== undefined) {
          for (let i = at + 3; i < end; i++) if (i !== ids) this.#numbers[here + i - at] = translated(numbers[i] ?? 0);
        }
        this.#faults.delete(name);
      }
      at = end;
    }
    for (const [there, found] of faults) {
      const name = nameOf(there);
      if (name !== undefined) this.#setFaults(name, found);
    }
  }

  /** Everything, to be merged elsewhere. */
  pack(): PackedFacts {
    const numbers = new Uint32Array(this.#length);
    let length = 0;
    for (const at of this.#pages.values()) {
      const page = this.#numbers.subarray(at, endOf(this.#numbers, at));
      numbers.set(page, length);
      length += page.length;
    }
    return { names: [...this.#pages.keys()], ...withoutUnused(this.#texts, numbers.subarray(0, length)), faults: [...this.#faults] };
  }

  /** All texts that pages lead to or have as ids, by their numbers. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  get names(): Iterable<string> {
    return this.#pages.keys();
  }

  /** What is wrong with a page by itself. */
  faultsOf(name: string): readonly PageFault[] {
    return this.#faults.get(name) ?? [];
  }

  isIndexed(name: string): boolean {
    const at = this.#pages.get(name);
    return at !== undefined && this.#numbers[at] === 1;
  }

  likenessOf(name: string): number {
    const at = this.#pages.get(name);
    return at === undefined ? 0 : (this.#numbers[at + 1] ?? 0);
  }

  /** Numbers of the texts that a page leads to. */
  linksOf(name: string): Uint32Array {
    const at = this.#pages.get(name);
    return at === undefined ? new Uint32Array() : this.#numbers.subarray(at + 3, at + 3 + (this.#numbers[at + 2] ?? 0));
  }

  /** Numbers of a page's ids. */
  idsOf(name: string): Uint32Array {
    const at = this.#pages.get(name);
    return at === undefined ? new Uint32Array() : this.#numbers.subarray(at + 4 + (this.#numbers[at + 2] ?? 0), endOf(this.#numbers, at));
  }

  // From numbers of texts elsewhere to those here. The first facts bring their texts with them: nothing need be translated.
  #translationOf(texts: readonly string[]): ((there: number) => number) | undefined {
    if (this.#texts.length === 0) {
      this.#texts = [...texts];
      for (const [number, text] of texts.entries()) this.#numberOf.set(text, number);
      return undefined;
    }
    const translated = new Uint32Array(texts.length);
    const known = new Uint8Array(texts.length);
    return (there) => {
      if (known[there] === 1) return translated[there] ?? 0;
      known[there] = 1;
      return (translated[there] = this.#number(texts[there] ?? ""));
    };
  }

  // The place of the next so many numbers.
  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#numbers.length) {
      const larger = new Uint32Array(Math.max(this.#length, this.#numbers.length * 2));
      larger.set(this.#numbers.subarray(0, at));
      this.#numbers = larger;
    }
    return at;
  }

  #setFaults(name: string, faults: readonly PageFault[]): void {
    if (faults.length > 0) this.#faults.set(name, faults);
    else this.#faults.delete(name);
  }

  #number(text: string): number {
    const known = this.#numberOf.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#numberOf.set(text, number);
    return number;
  }
}

// Where the numbers of a page end that begin at a place.
function endOf(numbers: Uint32Array, at: number): number {
  const ids = at + 3 + (numbers[at + 2] ?? 0);
  return ids + 1 + (numbers[ids] ?? 0);
}

// Texts that only pages of earlier builds had are dropped when they have become many.
function withoutUnused(texts: readonly string[], numbers: Uint32Array): Pick<PackedFacts, "texts" | "numbers"> {
  const isUsed = new Uint8Array(texts.length);
  eachText(numbers, (number) => {
    isUsed[number] = 1;
    return number;
  });
  const used = texts.filter((_, number) => isUsed[number] === 1);
  if (used.length * 2 >= texts.length) return { texts, numbers };
  let next = 0;
  const renumbered = Uint32Array.from(isUsed, (one) => (one === 1 ? next++ : 0));
  eachText(numbers, (number) => renumbered[number] ?? 0);
  return { texts: used, numbers };
}

// Puts what `change` gives in the place of every number of a text.
function eachText(numbers: Uint32Array, change: (number: number) => number): void {
  for (let at = 0; at < numbers.length; ) {
    const ids = at + 3 + (numbers[at + 2] ?? 0);
    const end = endOf(numbers, at);
    for (let i = at + 3; i < end; i++) if (i !== ids) numbers[i] = change(numbers[i] ?? 0);
    at = end;
  }
}
