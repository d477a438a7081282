import type { PageKind } from "../model/page.ts";

/**
 * True for the kinds of pages that come by the hundred or the thousand: they are rendered by their templates alone, since
 * Eleventy's own work for a page costs more than everything else together.
 */
export function comesInNumbers(kind: PageKind): boolean {
  return numerous.has(kind);
}

const numerous: ReadonlySet<PageKind> = new Set(["article", "list", "feed", "on-this-day", "redirect", "tombstone"]);
