import type { Brief, PlannedValue } from "../model/page.ts";

/** A page value on its way to another process: JSON, and an article's text beside it, which would double with its escapes. */
export interface WrittenPage {
  readonly address: string;
  readonly json: string;
  /** The Markdown of an article's manuscript; "" for other pages. */
  readonly markdown: string;
}

/** Writes page values out. Whoever reads one gets an equal value: `readPage(writer.write(value))`. */
export class PageWriter {
  /** An article stands in a dozen lists: its brief is written out once for all of them. */
  readonly #briefs = new Map<Brief, string>();

  write(value: PlannedValue): WrittenPage {
    const { address } = value;
    if (value.kind === "article") {
      const { markdown } = value.manuscript;
      return { address, json: JSON.stringify({ ...value, manuscript: { ...value.manuscript, markdown: "" } }), markdown };
    }
    if (value.kind !== "list") return { address, json: JSON.stringify(value), markdown: "" };
    const { briefs, ...rest } = value;
    return { address, json: `${JSON.stringify(rest).slice(0, -1)},"briefs":[${briefs.map((brief) => this.#briefOf(brief)).join(",")}]}`, markdown: "" };
  }

  #briefOf(brief: Brief): string {
    let json = this.#briefs.get(brief);
    if (json === undefined) this.#briefs.set(brief, (json = JSON.stringify(brief)));
    return json;
  }
}

/** Reads a page value that was written by this program a moment ago. */
export function readPage({ json, markdown }: WrittenPage): PlannedValue {
  const value: PlannedValue = JSON.parse(json);
  return value.kind === "article" ? { ...value, manuscript: { ...value.manuscript, markdown } } : value;
}

/** Names everything that a page shows: equal for equal values, and for no others. */
export function pageKey(value: PlannedValue): string {
  return JSON.stringify(value);
}
