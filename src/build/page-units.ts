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
  readonly #letsGo: boolean;
  /** Of the pages that were rendered, by their files. */
  readonly facts = new RenderedFacts();

  /** `letsGo` says that nothing is made of articles' texts afterwards. */
  constructor(pages: readonly PlannedPage[], site: Site, renderer: Renderer, letsGo: boolean) {
    this.#pages = pages;
    this.#site = site;
    this.#renderer = renderer;
    this.#letsGo = letsGo;
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
    let looked = 0;
    const render = (pages: Iterable<PlannedPage>): Promise<void> => this.#render(this.#changed(pages, next, () => progress.done(++looked)), next);
    // Eleventy's pages first: it takes a quarter of a second to start, for which everybody would wait at the end. Articles last:
    // what lists and feeds have in common is not kept any more then, and each article's text only until its page is made.
    await render([...this.#pages.filter(({ kind }) => !comesInNumbers(kind)), ...this.#pages.filter(({ kind }) => comesInNumbers(kind) && kind !== "article")]);
    await render(this.#pages.values().filter(({ kind }) => kind === "article"));
  }

  /** Renders pages after all that turned out to be damaged. Ignores names that are not pages. */
  async remake(names: readonly string[], next: NextGeneration): Promise<void> {
    const wanted = new Set(names);
    await this.#render(this.#pages.values().filter(({ address }) => wanted.has(nameOf(address))).map((page) => page.make()), next);
  }

  /** Content files that pages are there for, by the pages' files. */
  sources(): ReadonlyMap<string, string | undefined> {
    return new Map(this.#pages.map(({ address, file }) => [nameOf(address), file]));
  }

  #render(pages: Iterator<PlannedValue, unknown>, next: NextGeneration): Promise<void> {
    return this.#renderer.render(pages, this.#site, this.facts, (marks) => noteMarks(marks, next));
  }

  *#changed(pages: Iterable<PlannedPage>, next: NextGeneration, looked: () => void): Generator<PlannedValue> {
    for (const planned of pages) {
      looked();
      const name = nameOf(planned.address);
      // With a key, the page of an unchanged article is not even made.
      const known = planned.key?.();
      const { value, fingerprint } = known === undefined ? withFingerprint(planned.make()) : { value: undefined, fingerprint: known };
      if (next.plan(name, fingerprint)) continue;
      yield value ?? planned.make();
      if (this.#letsGo) planned.letGo?.();
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
