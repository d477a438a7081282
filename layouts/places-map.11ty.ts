import type { PlacesMapPage } from "../src/model/way-page.ts";
import { renderCounted } from "../src/html/brief.ts";
import { countOf } from "../src/html/count.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { renderWorld } from "../src/html/maps.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { Strings } from "../src/html/strings/strings.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("places-map");

/** A list of more places than this stands below the map, in columns. */
const longList = 100;

export function render({ value, site }: Shown<"places-map">): string {
  const strings = stringsOf(site);
  const main = html`<div class="map-page${value.world.dots.length > longList ? "" : " map-beside"}">
<header class="list-header">
<h1>${value.title}</h1>
<p class="list-count">${countOf(value.world.dots.length, strings.counts.places, strings)}</p>
</header>
${value.world.dots.length > 0 && map(value, strings)}${left(value, strings)}</div>`;
  return documentOf(site, value, main);
}

function map({ world }: PlacesMapPage, strings: Strings): Html {
  return html`<figure class="map-figure">
${renderWorld(world, strings)}
<figcaption>${strings.browse.mapKey}</figcaption>
</figure>
<section class="map-list" aria-labelledby="on-map">
<h2 id="on-map">${strings.browse.onMap}</h2>
${renderCounted(world.dots, "counted", strings)}
</section>
`;
}

// What is not on the map is said.
function left({ others: { unplaced, beyond } }: PlacesMapPage, strings: Strings): Html | undefined {
  const places = (count: number): string => countOf(count, strings.counts.places, strings);
  if (unplaced + beyond === 0) return undefined;
  return html`<p class="list-count">${beyond > 0 && `${strings.browse.beyond(places(beyond))} `}${unplaced > 0 && strings.browse.unplaced(places(unplaced))}</p>\n`;
}
