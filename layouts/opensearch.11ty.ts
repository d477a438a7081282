import { html, trustedHtml } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { shortened } from "../src/html/shortened.ts";
import { canonicalOf } from "../src/model/site.ts";

export const data = paginate("opensearch");

/** OpenSearch 1.1, Draft 6: how long each name may be, and in which form, is said there. */
export function render({ value, site }: Shown<"opensearch">): string {
  const { description } = stringsOf(site).search;
  return html`${trustedHtml('<?xml version="1.0" encoding="UTF-8"?>')}
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${shortened(site.title, 16)}</ShortName>
<LongName>${shortened(site.title, 48)}</LongName>
<Description>${shortened(description(site.title), 1024)}</Description>
<Url type="text/html" template="${canonicalOf(site, "/search/")}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${canonicalOf(site, value.address)}"/>
<Image type="image/svg+xml">${site.origin}${site.icon}</Image>
<Language>${site.language}</Language>
</OpenSearchDescription>
`.toString();
}
