import type { LocatorMap, WorldMap } from "../model/map.ts";
import { countArticles } from "./count.ts";
import { html, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/** Where a place is: land, borders, the place as a dot, other places of the archive as faint ones. Takes the place's name. */
export function renderLocator({ width, height, land, borders, nearby }: LocatorMap, name: string, strings: Strings): Html {
  return html`<svg class="map locator" viewBox="0 0 ${width} ${height}" role="img" aria-label="${strings.browse.locator(name)}"><path class="map-land" d="${land}"/><path class="map-borders" d="${borders}"/>${nearby.length > 0 && html`<path class="map-nearby" d="${nearby.map(([x, y]) => `M${x} ${y}h0`).join("")}"/>`}<circle class="map-place" cx="${width / 2}" cy="${height / 2}" r="10"/></svg>
`;
}

/** All places on a map of the world; every dot is a link, large ones below small ones. */
export function renderWorld({ width, height, land, dots }: WorldMap, strings: Strings): Html {
  return html`<svg class="map world" role="group" aria-label="${strings.browse.map}"><svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="map-land" d="${land}"/></svg>${dots.map(({ href, text, count, x, y, radius, target }) => {
    const name = strings.browse.dot(text, countArticles(count, strings));
    return html`<a href="${href}" aria-label="${name}"><title>${name}</title>${target > radius && html`<circle class="map-target" cx="${x}%" cy="${y}%" r="${target}"/>`}<circle class="map-dot" cx="${x}%" cy="${y}%" r="${radius}"/></a>
`;
  })}</svg>`;
}
