import { documentOf } from "../src/html/document.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("search");
export function render({ value, site }: Shown<"search">): string {
  return documentOf(site, value, html`<h1>Search</h1>`, { script: site.searchScript });
}
