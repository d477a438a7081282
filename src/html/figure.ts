import type { Figure, Link, Picture } from "../model/page.ts";
import type { Credit } from "../model/credit.ts";
import { formatRights } from "./rights.ts";
import { formatDate } from "./date.ts";
import { attribute, html, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/** How much of the window a picture fills, for the browser's choice of width. */
export type PictureRole = "lead" | "text" | "teaser" | "second";

// After src/styles: the page is 76rem wide at most, an article's side column 15rem, its text 40rem.
const sizes: Readonly<Record<PictureRole, string>> = {
  lead: "(min-width: 64rem) min(52rem, 100vw - 21rem), (min-width: 56rem) 52rem, 100vw",
  text: "(min-width: 44rem) 40rem, 100vw",
  teaser: "(min-width: 68rem) min(33rem, 45vw), (min-width: 52rem) 55vw, 100vw",
  second: "(min-width: 40rem) 20rem, 100vw",
};

/**
 * A figure with caption and credit; without a held picture, a ruled box that says so and keeps the words.
 * `furniture` are the attributes of the interface's words inside a text of another language.
 */
export function renderFigure(figure: Figure, role: "lead" | "text", strings: Strings, furniture?: Html): Html {
  const { picture } = figure;
  if (picture === undefined) {
    return html`<figure class="figure figure-${role} figure-absent">
<p class="label"${furniture}>${strings.figure.notHeld}</p>
${figureText(figure, strings, furniture)}</figure>`;
  }
  return html`<figure class="figure figure-${role}${isPortrait(picture) ? " figure-portrait" : ""}">
${enlargeable(picture, renderPicture(picture, role), strings, furniture)}
${figureText(figure, strings, furniture)}</figure>`;
}

/** True of an upright picture: as wide as the page it would be higher than the screen. */
export function isPortrait({ formats }: Picture): boolean {
  const file = formats.at(-1)?.files.at(-1);
  return file !== undefined && file.height > file.width;
}

// The largest file is one click away; what it does and the picture's description are the name of the link.
function enlargeable(picture: Picture, element: Html, strings: Strings, furniture: Html | undefined): Html {
  const largest = picture.formats.at(-1)?.files.at(-1);
  return largest === undefined || picture.alt === "" ? element : html`<a class="figure-enlarge" href="${largest.href}"><span class="visually-hidden"${furniture}>${strings.figure.enlarge}</span> ${element}</a>`;
}

/** The picture element: every format and width it is held in, and its size, so that nothing moves while it loads. */
export function renderPicture(picture: Picture, role: PictureRole): Html {
  const fallback = picture.formats.at(-1);
  const largest = fallback?.files.at(-1);
  if (fallback === undefined || largest === undefined) throw new Error(`a picture without a file: "${picture.alt}"`);
  const sources = picture.formats.slice(0, -1).map(
    ({ type, files }) => html`<source type="${type}" srcset="${srcset(files)}" sizes="${sizes[role]}">`,
  );
  const loading = role === "lead" || role === "teaser" ? undefined : "lazy";
  const image = html`<img src="${largest.href}" srcset="${srcset(fallback.files)}" sizes="${sizes[role]}" width="${largest.width}" height="${largest.height}" alt="${picture.alt}"${attribute("loading", loading)}${loading === undefined && html` fetchpriority="high"`} decoding="async">`;
  return html`<picture>${sources}${image}</picture>`;
}

function srcset(files: Picture["formats"][number]["files"]): string {
  return files.map(({ href, width }) => `${href} ${width}w`).join(", ");
}

function figureText(figure: Figure, strings: Strings, furniture: Html | undefined): Html | undefined {
  const parts = [
    figure.fileYear && html`<span class="figure-year"${furniture}>${strings.figure.filePhoto(figure.fileYear)}</span> `,
    figure.caption && html`<span class="figure-caption">${figure.caption}</span> `,
    figure.credit && renderCredit(figure.credit),
    figure.rights && html` <span class="figure-rights">${formatRights(figure.rights)}</span>`,
    facts(figure, strings, furniture),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : html`<figcaption>${parts}</figcaption>\n`;
}

/** The credit as printed. */
function renderCredit(credit: Credit): Html {
  return html`<span class="figure-credit">${credit.raw}</span>`;
}

// A photo's own day and place are not the story's: "Geneva, 21 January 2022".
function facts({ date, place, people }: Figure, strings: Strings, furniture: Html | undefined): Html | undefined {
  const where = [place, date && formatDate(date, strings)].filter((part) => part !== undefined);
  if (where.length === 0 && people.length === 0) return undefined;
  return html` <span class="figure-facts"${furniture}>${where.join(strings.comma)}${where.length > 0 && people.length > 0 ? ". " : ""}${people.length > 0 && strings.figure.shown(renderLinks(people, strings))}</span>`;
}

function renderLinks(links: readonly Link[], { comma }: Strings): Html {
  return html`${links.map((link, i) => html`${i > 0 ? comma : ""}<a href="${link.href}">${link.text}</a>`)}`;
}
