import { canonicalOf } from "../src/model/site.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("robots");

/** RFC 9309: everything may be read. */
export function render({ site }: Shown<"robots">): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${canonicalOf(site, "/sitemap.xml")}\n`;
}
