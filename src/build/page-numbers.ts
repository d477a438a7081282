import type { PageKind } from "../model/page.ts";

/**
 * True for the kinds of pages that come by the hundred or the thousand: they are rendered by their templates alone, since
 * Eleventy's own work for a page costs more than everything else together.
 */
export function comesInNumbers(kind: PageKind): boolean {
  return kind === "article" || kind === "list" || kind === "feed" || kind === "on-this-day";
}
