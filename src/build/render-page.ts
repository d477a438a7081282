import * as articleTemplate from "../../layouts/article.11ty.ts";
import * as listTemplate from "../../layouts/list.11ty.ts";
import type { Shown } from "../html/template.ts";
import type { Page, PageKind, PageOf } from "../model/page.ts";
import type { Site } from "../model/site.ts";

/**
 * What prints the text of a page, by its template alone: what Eleventy would write, without its work around it. Articles and lists
 * come by the thousand, and their templates are always at hand; the others are loaded when one is asked for.
 */
export async function pagePrinter(page: Page, site: Site): Promise<() => string> {
  switch (page.kind) {
    case "article":
      return () => articleTemplate.render({ value: page, site });
    case "list":
      return () => listTemplate.render({ value: page, site });
    case "home":
      return printer(await import("../../layouts/home.11ty.ts"), page, site);
    case "index":
      return printer(await import("../../layouts/index.11ty.ts"), page, site);
    case "places-map":
      return printer(await import("../../layouts/places-map.11ty.ts"), page, site);
    case "on-this-day":
      return printer(await import("../../layouts/on-this-day.11ty.ts"), page, site);
    case "about":
      return printer(await import("../../layouts/about.11ty.ts"), page, site);
    case "search":
      return printer(await import("../../layouts/search.11ty.ts"), page, site);
    case "not-found":
      return printer(await import("../../layouts/not-found.11ty.ts"), page, site);
    case "tombstone":
      return printer(await import("../../layouts/tombstone.11ty.ts"), page, site);
    case "corrections":
      return printer(await import("../../layouts/corrections.11ty.ts"), page, site);
    case "redirect":
      return printer(await import("../../layouts/redirect.11ty.ts"), page, site);
    case "feed":
      return printer(await import("../../layouts/feed.11ty.ts"), page, site);
    case "sitemap":
      return printer(await import("../../layouts/sitemap.11ty.ts"), page, site);
    case "sitemap-index":
      return printer(await import("../../layouts/sitemap-index.11ty.ts"), page, site);
    case "robots":
      return printer(await import("../../layouts/robots.11ty.ts"), page, site);
    case "opensearch":
      return printer(await import("../../layouts/opensearch.11ty.ts"), page, site);
    case "data":
      return printer(await import("../../layouts/data.11ty.ts"), page, site);
  }
}

function printer<K extends PageKind>({ render }: { readonly render: (shown: Shown<K>) => string }, value: PageOf<K>, site: Site): () => string {
  return () => render({ value, site });
}
