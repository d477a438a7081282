import type { PlannedValue } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { FileMark } from "./generation.ts";
import { PageWriter } from "./page-json.ts";
import type { Press } from "./render-slice.ts";
import { FactsCollector } from "./verify/facts-collector.ts";
import type { RenderedFacts } from "./verify/rendered-facts.ts";
import type { Workers } from "./workers.ts";

/** Pages in one slice for another process: a twentieth of a second of work. With 300 this process takes 20 MB more. */
const pagesPerSlice = 100;

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
   * Takes pages from an iterator as processes come free, so that few are in memory at once; those that Eleventy renders come
   * first. Tells the marks of their files, and adds what they lead to to `facts`. Throws what a template throws.
   */
  async render(pages: Iterator<PlannedValue, unknown>, site: Site, facts: RenderedFacts, written: (marks: readonly FileMark[]) => void): Promise<void> {
    const press: Press = { site, output: this.#output, byEleventy: this.#byEleventy };
    const done = (marks: readonly FileMark[]): void => {
      this.#rendered += marks.length;
      written(marks);
    };
    const first = takeFrom(pages, worthAProcess);
    if (first.length === 0) return;
    // Loaded only where there is something to render.
    const { renderPages, pagesPerTurn } = await import("./render-slice.ts");
    if (first.length < worthAProcess) {
      done(await renderPages(first, press, this.#facts));
      facts.add(this.#facts.take());
      return;
    }
    const waiting = [first];
    const writer = new PageWriter();
    const take = (most: number): readonly PlannedValue[] => waiting.pop() ?? takeFrom(pages, most);
    await this.#workers.work({
      kind: "render",
      next: () => {
        const taken = take(pagesPerSlice);
        return taken.length === 0 ? undefined : { ...press, pages: taken.map((page) => writer.write(page)) };
      },
      take: ({ marks, facts: found }) => {
        facts.add(found);
        done(marks);
      },
      nameOf: ({ pages: sent }) => `Rendering the ${sent.length} pages from ${sent[0]?.address ?? ""} on`,
      here: async () => {
        const taken = take(pagesPerTurn);
        if (taken.length > 0) done(await renderPages(taken, press, this.#facts));
        return taken.length > 0;
      },
    });
    facts.add(this.#facts.take());
  }
}

function takeFrom(pages: Iterator<PlannedValue, unknown>, most: number): readonly PlannedValue[] {
  const taken: PlannedValue[] = [];
  while (taken.length < most) {
    const next = pages.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
