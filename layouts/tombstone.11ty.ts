import { formatDate } from "../src/html/date.ts";
import { documentOf } from "../src/html/document.ts";
import { html } from "../src/html/html.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("tombstone");

/** A withdrawn article: its address still answers, and says why nothing else does. */
export function render({ value, site }: Shown<"tombstone">): string {
  const strings = stringsOf(site);
  const main = html`<div class="plain-page">
<h1>${value.title}</h1>
<p>${strings.pages.withdrawnOn(formatDate(value.date, strings))}</p>
<p>${strings.pages.withdrawnReason(value.reason)}</p>
</div>`;
  return documentOf(site, value, main, { head: html`<meta name="robots" content="noindex">\n` });
}
