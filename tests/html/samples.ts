import { parsePartialDate } from "../../src/content/date.ts";
import type { ArticlePage, Figure, Picture } from "../../src/model/page.ts";
import { undated, type PartialDate } from "../../src/model/partial-date.ts";
import type { Site } from "../../src/model/site.ts";

/** A date as front matter writes it. */
export function dated(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}

export const site: Site = {
  title: "The Harbour Record",
  tagline: undefined,
  description: undefined,
  language: "en",
  textLanguage: undefined,
  origin: "https://archive.example.org",
  base: "/",
  licence: undefined,
  reportMistakes: undefined,
  stylesheet: "/assets/style.css",
  searchScript: "/assets/search.js",
  icon: "/assets/icon.svg",
};

export const picture: Picture = {
  formats: [
    { type: "image/webp", files: [{ href: "/p-320.webp", width: 320, height: 200 }, { href: "/p-1600.webp", width: 1600, height: 1000 }] },
    { type: "image/jpeg", files: [{ href: "/p-320.jpeg", width: 320, height: 200 }, { href: "/p-1600.jpeg", width: 1600, height: 1000 }] },
  ],
  alt: "Ships at the quay",
};

export const bareFigure: Figure = {
  picture: undefined,
  caption: undefined,
  credit: undefined,
  rights: undefined,
  date: undefined,
  place: undefined,
  people: [],
  fileYear: undefined,
};

export const bareArticle: ArticlePage = {
  kind: "article",
  address: "/1987/03/dues/",
  title: "Harbour Dues Rise",
  description: "Dues rise.",
  trail: [],
  language: undefined,
  picture: undefined,
  articleKind: "news",
  date: undated,
  updated: undefined,
  dek: undefined,
  byline: [],
  contributors: [],
  dateline: undefined,
  section: undefined,
  series: undefined,
  print: undefined,
  lead: undefined,
  body: [],
  about: { people: [], places: [], organizations: [], topics: [] },
  source: undefined,
  rights: undefined,
  corrections: [],
  older: undefined,
  newer: undefined,
  dayLink: undefined,
  oldYear: undefined,
  related: [],
};
