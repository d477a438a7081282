import type { PageKind } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { WrittenPage } from "./page-json.ts";
import type { RenderedSlice, SliceJob } from "./render-slice.ts";
import { FactsCollector } from "./verify/facts-collector.ts";
import type { Workers } from "./workers.ts";

/** A page to render. */
export interface PageToRender extends WrittenPage {
  readonly kind: PageKind;
}

/**
 * Pages in one slice. Eleventy keeps the HTML of every page until its run ends, so that this bounds memory; a run itself
 * costs about a twentieth of a second.
 */
const pagesPerSlice = 500;

/** Up to this many pages are rendered here: starting a process costs more. */
export const worthAProcess = 300;

/** Renders pages into a folder: a few in this process, many in slices over several processes. */
export class Renderer {
  readonly #output: string;
  readonly #workers: Workers;
  readonly #facts = new FactsCollector(process.pid);
  #byEleventy = true;
  #rendered = 0;

  /** `output` is the folder to write into. */
  constructor(output: string, workers: Workers) {
    this.#output = output;
    this.#workers = workers;
  }

  /** From here on all pages are rendered by their templates alone: for builds that make a few of them again. */
  withoutEleventy(): void {
    this.#byEleventy = false;
  }

  /** How many pages have been rendered. */
  get rendered(): number {
    return this.#rendered;
  }

  /**
   * Takes pages from an iterator as processes come free, so that few are in memory at once, and tells what has become of
   * them. Throws what a template throws.
   */
  async render(pages: Iterator<PageToRender, unknown>, site: Site, rendered: (slice: RenderedSlice) => void): Promise<void> {
    const slice = (taken: readonly PageToRender[]): SliceJob => ({ site, output: this.#output, byEleventy: this.#byEleventy, pages: taken });
    const take = (done: RenderedSlice): void => {
      this.#rendered += done.marks.length;
      rendered(done);
    };
    const first = takeFrom(pages, worthAProcess);
    if (first.length === 0) return;
    if (first.length < worthAProcess) {
      // Loaded only where there is something to render.
      const { renderSlice } = await import("./render-slice.ts");
      take(await renderSlice(slice(first), this.#facts));
      return;
    }
    const waiting = [first];
    const next = (): SliceJob | undefined => {
      const taken = waiting.pop() ?? takeFrom(pages, pagesPerSlice);
      return taken.length === 0 ? undefined : slice(taken);
    };
    await this.#workers.work("render", next, take, (job) => `Rendering the ${job.pages.length} pages from ${job.pages[0]?.address ?? ""} on`);
  }
}

function takeFrom(pages: Iterator<PageToRender, unknown>, most: number): readonly PageToRender[] {
  const taken: PageToRender[] = [];
  while (taken.length < most) {
    const next = pages.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
