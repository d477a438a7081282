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
 * The name is whatever the owner tells pages apart by.
 */
export class SiteFacts {
  readonly #texts: string[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #pages = new Map<string, Uint32Array>();
  readonly #faults = new Map<string, readonly PageFault[]>();

  has(name: string): boolean {
    return this.#pages.has(name);
  }

  /** Adds a page, or puts its facts in the place of others. */
  set(name: string, { links, ids, indexed, likeness, faults }: PageFacts): void {
    const page = new Uint32Array(4 + links.length + ids.length);
    page[0] = indexed ? 1 : 0;
    page[1] = likeness;
    page[2] = links.length;
    page[3 + links.length] = ids.length;
    for (let i = 0; i < links.length; i++) page[3 + i] = this.#number(links[i] ?? "");
    for (let i = 0; i < ids.length; i++) page[4 + links.length + i] = this.#number(ids[i] ?? "");
    this.#pages.set(name, page);
    if (faults.length > 0) this.#faults.set(name, faults);
  }

  /** Takes over pages from elsewhere: all, or those that are `wanted`. `nameOf` gives the name they have here. */
  merge({ names, texts, numbers, faults }: PackedFacts, nameOf: (name: string) => string | undefined = (name) => name): void {
    const translated = new Uint32Array(texts.length);
    const known = new Uint8Array(texts.length);
    const number = (there: number): number => {
      if (known[there] === 1) return translated[there] ?? 0;
      known[there] = 1;
      return (translated[there] = this.#number(texts[there] ?? ""));
    };
    let at = 0;
    for (const there of names) {
      const linkCount = numbers[at + 2] ?? 0;
      const end = at + 4 + linkCount + (numbers[at + 3 + linkCount] ?? 0);
      const name = nameOf(there);
      if (name !== undefined) {
        const page = numbers.slice(at, end);
        for (let i = 3; i < page.length; i++) if (i !== 3 + linkCount) page[i] = number(page[i] ?? 0);
        this.#pages.set(name, page);
      }
      at = end;
    }
    for (const [there, found] of faults) {
      const name = nameOf(there);
      if (name !== undefined) this.#faults.set(name, found);
    }
  }

  /** Everything, to be merged elsewhere. */
  pack(): PackedFacts {
    let length = 0;
    for (const page of this.#pages.values()) length += page.length;
    const numbers = new Uint32Array(length);
    let at = 0;
    for (const page of this.#pages.values()) {
      numbers.set(page, at);
      at += page.length;
    }
    return { names: [...this.#pages.keys()], texts: this.#texts, numbers, faults: [...this.#faults] };
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
    return this.#pages.get(name)?.[0] === 1;
  }

  likenessOf(name: string): number {
    return this.#pages.get(name)?.[1] ?? 0;
  }

  /** Numbers of the texts that a page leads to. */
  linksOf(name: string): Uint32Array {
    const page = this.#pages.get(name);
    return page === undefined ? new Uint32Array() : page.subarray(3, 3 + (page[2] ?? 0));
  }

  /** Numbers of a page's ids. */
  idsOf(name: string): Uint32Array {
    const page = this.#pages.get(name);
    return page === undefined ? new Uint32Array() : page.subarray(4 + (page[2] ?? 0));
  }

  #number(text: string): number {
    const known = this.#numberOf.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#numberOf.set(text, number);
    return number;
  }
}
