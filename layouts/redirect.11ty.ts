import { canonicalOf, hrefOf } from "../src/model/site.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("redirect");

/** A page that leads on at once on any host, and with a link where even that is switched off. */
export function render({ value, site }: Shown<"redirect">): string {
  const target = hrefOf(site, value.to);
  return html`<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<title>Moved – ${site.title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${canonicalOf(site, value.to)}">
</head>
<body>
<p>This page has moved to <a href="${target}">${canonicalOf(site, value.to)}</a>.</p>
</body>
</html>
`.toString();
}
