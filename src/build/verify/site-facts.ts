import type { StoredFacts } from "./facts-bytes.ts";
import { FactsCollector } from "./facts-collector.ts";
import { eachRow, idsIn, isIndexedIn, likenessIn, linksIn, splitIds, type FactsSection } from "./facts-section.ts";
import { RenderedFacts } from "./rendered-facts.ts";

/**
 * The facts of all pages of a site: of those that this build has made, and, for the others, of what builds before it have
 * collected. Those were verified then, so that only what has changed under them can be wrong with them.
 */
export class SiteFacts {
  readonly #made: RenderedFacts;
  readonly #stored: StoredFacts;
  /** Of the pages that this build has made. */
  readonly now: readonly FactsSection[];
  /** Of those and others, as builds before this one have left them; what they tell of a page that was made now does not hold any more. */
  readonly before: readonly FactsSection[];
  /** Pages of HTML that crawlers must not list: redirects and the like. */
  readonly hidden: ReadonlySet<string>;
  #places: ReadonlyMap<string, Place> | undefined;

  constructor(made: RenderedFacts, stored: StoredFacts = { hidden: [], sections: [] }) {
    this.#made = made;
    this.#stored = stored;
    this.now = made.sections();
    this.before = stored.sections;
    this.hidden = new Set([...stored.hidden.filter((page) => !made.has(page)), ...this.now.flatMap(hiddenIn)]);
  }

  /** True for pages that this build has made. */
  isMade(page: string): boolean {
    return this.#made.has(page);
  }

  /** What is wrong with pages by themselves. */
  get faults(): RenderedFacts["faults"] {
    return this.#made.faults;
  }

  /** Pages that crawlers could list before this build and must not list now. */
  newlyHidden(): ReadonlySet<string> {
    return this.hidden.difference(new Set(this.#stored.hidden));
  }

  /** True where nothing that was collected later tells of the same page. */
  isLatest(section: FactsSection, index: number): boolean {
    const place = this.#placeOf(section.names[index] ?? "");
    return place?.section === section && place.index === index;
  }

  /** The places on a page to which something can lead. */
  idsOf(page: string): readonly string[] {
    const place = this.#placeOf(page);
    return place === undefined ? [] : splitIds(place.section.ids[idsIn(place.section.rows, place.row)] ?? "");
  }

  /** For the next build: of these pages. */
  toStore(pages: Pages): StoredFacts {
    const sections = [...this.before, ...this.now].filter(({ count }) => count > 0);
    const hidden = [...this.hidden].filter((page) => pages.has(page));
    const told = sections.reduce((sum, { count }) => sum + count, 0);
    return { hidden, sections: sections.length > mostSections || told > 2 * pages.size ? this.#gathered(sections, pages) : sections };
  }

  // Without what does not hold any more.
  #gathered(sections: readonly FactsSection[], pages: Pages): readonly FactsSection[] {
    const gathered = new RenderedFacts();
    const collector = new FactsCollector(0);
    for (const section of sections) {
      const { names, rows, links, ids } = section;
      eachRow(rows, (index, row) => {
        const name = names[index] ?? "";
        if (!pages.has(name) || !this.isLatest(section, index)) return;
        const leadsTo = Array.from(linksIn(rows, row), (link) => links[link] ?? "");
        collector.note(name, { links: leadsTo, ids: splitIds(ids[idsIn(rows, row)] ?? ""), indexed: isIndexedIn(rows, row), likeness: likenessIn(rows, row), faults: [] });
      });
    }
    gathered.add(collector.take());
    return gathered.sections();
  }

  #placeOf(page: string): Place | undefined {
    this.#places ??= placesIn([...this.before, ...this.now]);
    return this.#places.get(page);
  }
}

/** Something that knows a site's pages by their files: a set or a map. */
export type Pages = Pick<ReadonlySet<string>, "has" | "size">;

interface Place {
  readonly section: FactsSection;
  readonly index: number;
  readonly row: number;
}

/** Builds that make a page or two leave a section each: from so many on they are put together. */
const mostSections = 64;

function placesIn(sections: readonly FactsSection[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const section of sections) eachRow(section.rows, (index, row) => void places.set(section.names[index] ?? "", { section, index, row }));
  return places;
}

function hiddenIn({ names, rows }: FactsSection): readonly string[] {
  const hidden: string[] = [];
  eachRow(rows, (index, row) => {
    const name = names[index] ?? "";
    if (!isIndexedIn(rows, row) && name.endsWith(".html")) hidden.push(name);
  });
  return hidden;
}
