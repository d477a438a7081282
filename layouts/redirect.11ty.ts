import { canonicalOf, hrefOf } from "../src/model/site.ts";
import { attribute, html } from "../src/html/html.ts";
import { directionOf } from "../src/html/language.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("redirect");

/** A page that leads on at once on any host, and with a link where even that is switched off. */
export function render({ value, site }: Shown<"redirect">): string {
  const { moved, movedTo } = stringsOf(site).pages;
  const target = hrefOf(site, value.to);
  return html`<!DOCTYPE html>
<html lang="${site.language}"${attribute("dir", directionOf(site.language))}>
<head>
<meta charset="utf-8">
<title>${moved} – ${site.title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${canonicalOf(site, value.to)}">
<link rel="icon" type="image/svg+xml" href="${site.icon}">
</head>
<body>
<p>${movedTo(html`<a href="${target}">${canonicalOf(site, value.to)}</a>`)}</p>
</body>
</html>
`.toString();
}
