import { fileOfAddress } from "../html/template.ts";
import type { FileMark } from "./generation.ts";
import type { NextGeneration } from "./next-generation.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { PlannedValue } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { pageKey } from "./page-json.ts";
import type { PlannedPage } from "./plan.ts";
import type { Progress } from "./progress.ts";
import type { Renderer } from "./render.ts";
import { comesInNumbers } from "./page-numbers.ts";
import { RenderedFacts } from "./verify/rendered-facts.ts";

/** The site's pages as units of a generation, each named by its file. */
export class PageUnits {
  readonly #pages: readonly PlannedPage[];
  readonly #site: Site;
  readonly #renderer: Renderer;
  /** Of the pages that were rendered, by their files. */
  readonly facts = new RenderedFacts();

  constructor(pages: readonly PlannedPage[], site: Site, renderer: Renderer) {
    this.#pages = pages;
    this.#site = site;
    this.#renderer = renderer;
  }

  get count(): number {
    return this.#pages.length;
  }

  /** How many pages were rendered. */
  get renderedCount(): number {
    return this.#renderer.rendered;
  }

  /** Plans all pages, and renders those that the published folder does not have. */
  async build(next: NextGeneration, progress: Progress): Promise<void> {
    await this.#renderer.render(this.#changed(next, progress), this.#site, this.facts, (marks) => noteMarks(marks, next));
  }

  /** Renders pages after all that turned out to be damaged. Ignores names that are not pages. */
  async remake(names: readonly string[], next: NextGeneration): Promise<void> {
    const wanted = new Set(names);
    const pages = this.#pages.filter(({ address }) => wanted.has(nameOf(address)));
    await this.#renderer.render(pages.values().map(({ make }) => make()), this.#site, this.facts, (marks) => noteMarks(marks, next));
  }

  /** Content files that pages are there for, by the pages' files. */
  sources(): ReadonlyMap<string, string | undefined> {
    return new Map(this.#pages.map(({ address, file }) => [nameOf(address), file]));
  }

  *#changed(next: NextGeneration, progress: Progress): Generator<PlannedValue> {
    // Eleventy's pages first: it takes a quarter of a second to start, for which everybody would wait at the end.
    const isOneOfMany = ({ kind }: PlannedPage): boolean => comesInNumbers(kind);
    const ordered = [...this.#pages.filter((page) => !isOneOfMany(page)), ...this.#pages.filter(isOneOfMany)];
    for (const [i, planned] of ordered.entries()) {
      progress.done(i + 1);
      const name = nameOf(planned.address);
      // With a key, the page of an unchanged article is not even made.
      const known = planned.key?.();
      const { value, fingerprint } = known === undefined ? withFingerprint(planned.make()) : { value: undefined, fingerprint: known };
      if (next.plan(name, fingerprint)) continue;
      yield value ?? planned.make();
    }
  }
}

function withFingerprint(value: PlannedValue): { readonly value: PlannedValue; readonly fingerprint: string } {
  return { value, fingerprint: fingerprintOf(pageKey(value)) };
}

function noteMarks(marks: readonly FileMark[], next: NextGeneration): void {
  for (const mark of marks) next.madeWithMarks(mark[0], [mark]);
}

// "/people/" -> "people/index.html"
function nameOf(address: string): string {
  return fileOfAddress(address).slice(1);
}
