import { FactsCollector, type CollectedFacts, type NewTexts } from "./facts-collector.ts";
import type { FactsSection } from "./facts-section.ts";
import type { PageFacts, PageFault } from "./page-facts.ts";

/** The facts of the pages that a build has rendered or read, put together as its processes tell them; no page twice. */
export class RenderedFacts {
  readonly #growing = new Map<number, GrowingSection>();
  readonly #names = new Set<string>();
  readonly #faults: (readonly [page: string, faults: readonly PageFault[]])[] = [];
  readonly #own = new FactsCollector(0);

  add({ collector, names, rows, links, ids, faults }: CollectedFacts): void {
    let section = this.#growing.get(collector);
    if (section === undefined) this.#growing.set(collector, (section = { names: [], rows: [], links: [], ids: [] }));
    for (const name of names) {
      section.names.push(name);
      this.#names.add(name);
    }
    section.rows.push(rows);
    addTexts(section.links, links);
    addTexts(section.ids, ids);
    this.#faults.push(...faults);
  }

  /** Adds a page that this process has read. */
  note(name: string, facts: PageFacts): void {
    this.#own.note(name, facts);
    this.add(this.#own.take());
  }

  has(page: string): boolean {
    return this.#names.has(page);
  }

  /** What is wrong with pages by themselves. */
  get faults(): readonly (readonly [page: string, faults: readonly PageFault[]])[] {
    return this.#faults;
  }

  /** One for each process. */
  sections(): readonly FactsSection[] {
    return Array.from(this.#growing.values(), (section) => {
      const { names, links, ids } = section;
      const rows = joined(section.rows);
      // Instead of what they were joined from.
      section.rows = [rows];
      return { names, links, ids, rows, count: names.length, anchored: links.filter((link) => link.includes("#")) };
    });
  }
}

interface GrowingSection {
  readonly names: string[];
  rows: Uint32Array[];
  readonly links: string[];
  readonly ids: string[];
}

// At their numbers, in whatever order the messages come.
function addTexts(all: string[], { first, texts }: NewTexts): void {
  for (const [i, text] of texts.entries()) all[first + i] = text;
}

function joined(rows: readonly Uint32Array[]): Uint32Array {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return only;
  const all = new Uint32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of rows) {
    all.set(some, at);
    at += some.length;
  }
  return all;
}
