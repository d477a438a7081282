import { renderBody } from "../content/markdown.ts";
import { openingOf } from "../content/opening.ts";
import { stringsOf } from "../html/strings/strings-of.ts";
import type { ArticlePage, BodyBlock, Figure, ListPage, Page, PlannedArticle, PlannedList, PlannedValue } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { FeedEntry, PlannedEntry } from "../model/feed.ts";
import { bodyHref } from "./body-href.ts";
import { drawLocator } from "./maps/locator-map.ts";
import { drawWorld } from "./maps/world-map.ts";

/** Makes a planned page ready for its template: an article's Markdown becomes markup and figures, maps are drawn. */
export function typeset(page: PlannedValue, site: Pick<Site, "base" | "language" | "origin">): Page {
  switch (page.kind) {
    case "article":
      return typesetArticle(page, site);
    case "feed":
      return { ...page, entries: page.entries.map((entry) => typesetEntry(entry, site)) };
    case "list":
      return typesetList(page);
    case "places-map": {
      const { places, ...others } = page;
      return { ...others, world: drawWorld(places) };
    }
    default:
      return page;
  }
}

// A feed is read elsewhere: its addresses are full, and names do not lead to their pages.
function typesetEntry({ manuscript, ...entry }: PlannedEntry, site: Pick<Site, "base" | "language" | "origin">): FeedEntry {
  if (manuscript === undefined) return { ...entry, text: undefined };
  const full = (href: string): string => (href.startsWith("/") && !href.startsWith("//") ? site.origin + href : href);
  const text = renderBody(manuscript.markdown, {
    tableName: stringsOf(site).article.table,
    href: (target) => full(bodyHref(site, manuscript.file, target)),
    figure: (target, alt, title) => withHrefs(asPlaced(manuscript.figures[target], alt, title), full),
  }, []);
  return { ...entry, text };
}

function typesetList({ record, ...page }: PlannedList): ListPage {
  if (record === undefined) return { ...page, record };
  const { locator, ...facts } = record;
  return { ...page, record: { ...facts, map: locator && drawLocator(locator) } };
}

function typesetArticle({ manuscript, description, ...page }: PlannedArticle, site: Pick<Site, "base" | "language">): ArticlePage {
  const { file, markdown, figures, mentionables, gallery } = manuscript;
  const text = renderBody(markdown, {
    tableName: stringsOf(site).article.table,
    href: (target) => bodyHref(site, file, target),
    figure: (target, alt, title) => asPlaced(figures[target], alt, title),
  }, mentionables);
  const below = gallery.map((figure): BodyBlock => ({ kind: "figure", figure }));
  return { ...page, description: description ?? openingOf(markdown) ?? page.title, body: [...text, ...below] };
}

// An image of the front matter has its own words; a file placed in the text has those of the text.
function asPlaced(figure: Figure | undefined, alt: string, title: string | undefined): Figure {
  if (figure === undefined) throw new Error(`the text places a picture that was not planned: "${alt}"`);
  return {
    ...figure,
    picture: figure.picture && { ...figure.picture, alt: figure.picture.alt === "" ? alt : figure.picture.alt },
    caption: figure.caption ?? title,
  };
}

function withHrefs(figure: Figure, full: (href: string) => string): Figure {
  const { picture, people } = figure;
  return {
    ...figure,
    picture: picture && { ...picture, formats: picture.formats.map(({ type, files }) => ({ type, files: files.map((file) => ({ ...file, href: full(file.href) })) })) },
    people: people.map((link) => ({ ...link, href: full(link.href) })),
  };
}
