import * as articleTemplate from "../../layouts/article.11ty.ts";
import * as listTemplate from "../../layouts/list.11ty.ts";
import type { Page } from "../model/page.ts";
import type { Site } from "../model/site.ts";

/**
 * The text of one page, by its template alone: what Eleventy would write, without its work around it. Articles and lists come
 * by the thousand, and their templates are always at hand; the others are loaded when one is asked for.
 */
export async function renderPage(page: Page, site: Site): Promise<string> {
  switch (page.kind) {
    case "article":
      return articleTemplate.render({ value: page, site });
    case "list":
      return listTemplate.render({ value: page, site });
    case "home":
      return (await import("../../layouts/home.11ty.ts")).render({ value: page, site });
    case "index":
      return (await import("../../layouts/index.11ty.ts")).render({ value: page, site });
    case "places-map":
      return (await import("../../layouts/places-map.11ty.ts")).render({ value: page, site });
    case "on-this-day":
      return (await import("../../layouts/on-this-day.11ty.ts")).render({ value: page, site });
    case "about":
      return (await import("../../layouts/about.11ty.ts")).render({ value: page, site });
    case "search":
      return (await import("../../layouts/search.11ty.ts")).render({ value: page, site });
    case "not-found":
      return (await import("../../layouts/not-found.11ty.ts")).render({ value: page, site });
    case "tombstone":
      return (await import("../../layouts/tombstone.11ty.ts")).render({ value: page, site });
    case "corrections":
      return (await import("../../layouts/corrections.11ty.ts")).render({ value: page, site });
    case "redirect":
      return (await import("../../layouts/redirect.11ty.ts")).render({ value: page, site });
    case "feed":
      return (await import("../../layouts/feed.11ty.ts")).render({ value: page, site });
    case "sitemap":
      return (await import("../../layouts/sitemap.11ty.ts")).render({ value: page, site });
    case "sitemap-index":
      return (await import("../../layouts/sitemap-index.11ty.ts")).render({ value: page, site });
    case "robots":
      return (await import("../../layouts/robots.11ty.ts")).render({ value: page, site });
    case "opensearch":
      return (await import("../../layouts/opensearch.11ty.ts")).render({ value: page, site });
    case "data":
      return (await import("../../layouts/data.11ty.ts")).render({ value: page, site });
  }
}
