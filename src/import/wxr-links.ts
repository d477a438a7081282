import { keepLink } from "./html-links.ts";
import type { Losses } from "./losses.ts";
import { pathOf } from "./old-address.ts";
import { hostOf } from "./wxr-site.ts";
import type { WxrSite } from "./wxr-site.ts";

/**
 * Gives the links of an article: one to another article of the site leads to its new address, "/2019/03/pier/"; what else
 * the site has (lists, files) keeps its full old address; a relative link is completed by the article's own address.
 */
export function wxrLinks(page: string, site: WxrSite, losses: Losses): (href: string) => string | undefined {
  return (href) => {
    const target = href.trim();
    if (!URL.canParse(target, page)) return keepLink(target);
    const url = new URL(target, page);
    if (!/^https?:$/u.test(url.protocol)) return keepLink(target);
    if (!site.hosts.has(hostOf(url.href))) return keepLink(url.href);
    const asked = url.searchParams.get("p") ?? url.searchParams.get("page_id");
    const path = pathOf(`${url.origin}${url.pathname}`)?.replace(/\/+$/u, "");
    const address = site.addresses.get(asked ?? site.byPath.get(path ?? "") ?? "");
    if (address === undefined) losses.add("count", "links to pages and files of the old site that are no articles here");
    return address ?? keepLink(url.href);
  };
}
