import { Readability } from "@mozilla/readability";
import { isElement } from "./html-document.ts";
import { collapse } from "./html-text.ts";
import { isSameHeadline } from "./headline.ts";

/** The part of a page that is its article. */
export interface PageBody {
  readonly root: Element;
  readonly by: "articleBody" | "readability";
  /** As Readability found it on the page, where no metadata says it. */
  readonly byline: string | undefined;
}

/**
 * Finds the article of a page: what the page marks as `itemprop="articleBody"`, else what Readability takes for it (which
 * changes the document). Undefined where there is none.
 */
export function findPageBody(document: Document, title: string): PageBody | undefined {
  const [marked, second] = document.querySelectorAll('[itemprop~="articleBody"]');
  if (marked && !second && collapse(marked.textContent ?? "") !== "") {
    dropTitle(marked, title);
    return { root: marked, by: "articleBody", byline: undefined };
  }
  // Figures keep their classes: they say which part is the caption and which the credit.
  const found = new Readability<Node>(document, { keepClasses: true, serializer: (node) => node, disableJSONLD: true }).parse();
  const { content } = found ?? {};
  if (!found || !content || !isElement(content)) return undefined;
  dropTitle(content, title);
  return { root: content, by: "readability", byline: collapse(found.byline ?? "") || undefined };
}

/** How much of a text is in links: a list of articles is nearly all links. */
export function linkShare(root: Element): number {
  const all = collapse(root.textContent ?? "").length;
  const linked = [...root.querySelectorAll("a[href]")].reduce((sum, link) => sum + collapse(link.textContent ?? "").length, 0);
  return all === 0 ? 1 : linked / all;
}

// The headline is the page's title already.
function dropTitle(root: Element, title: string): void {
  const heading = root.querySelector("h1, h2");
  if (heading && isSameHeadline(collapse(heading.textContent ?? ""), title)) heading.remove();
}
