import { z } from "zod";
import { articleKinds } from "../model/article.ts";
import { date, id, language, names, rights, text, webAddress } from "./schema-parts.ts";
import { twoLines, type ForeignKeys } from "./validate.ts";

const person = z.strictObject({ name: text, role: text.optional(), id: id.optional() });

const people = z.union([text, z.array(z.union([text, person]))], {
  error: twoLines("is not a name", "write a name, or a list: [A Name, {name: Another Name, role: photographer}]"),
});

const image = z
  .strictObject({
    src: text.optional(),
    id: text.optional(),
    alt: z.string().optional(),
    caption: text.optional(),
    credit: text.optional(),
    rights: rights.optional(),
    date: date.optional(),
    place: text.optional(),
    people: names.optional(),
    lead: z.boolean().optional(),
  })
  .refine(({ src, alt }) => src === undefined || alt !== undefined, {
    path: ["alt"],
    message: twoLines("is missing", 'say what the picture shows (alt: "" for decoration)'),
  });

/** The front matter of an article, key by key. Every key that is not here is an error. */
export const articleSchema = z.strictObject({
  title: text,
  date,
  updated: date.optional(),
  dek: text.optional(),
  byline: people.optional(),
  contributors: people.optional(),
  dateline: z.union([text, z.strictObject({ place: text, date: text.optional() })], {
    error: twoLines("is not a dateline", "write text such as LONDON, March 2, or {place: London, date: March 2}"),
  }).optional(),
  kind: z.enum(articleKinds).optional(),
  section: text.optional(),
  series: text.optional(),
  print: z.strictObject({ page: text.optional(), edition: text.optional(), volume: text.optional(), issue: text.optional() }).optional(),
  people: names.optional(),
  places: names.optional(),
  organizations: names.optional(),
  topics: names.optional(),
  images: z.array(image).optional(),
  source: z.strictObject({ name: text, url: webAddress.optional(), id: text.optional() }).optional(),
  rights: rights.optional(),
  language: language.optional(),
  corrections: z.array(z.strictObject({ date, text })).optional(),
  status: z.enum(["published", "draft", "embargoed", "withdrawn"]).optional(),
  embargo: date.optional(),
  withdrawn: z.strictObject({ date, reason: text }).optional(),
  formerUrls: z.array(z.string().regex(/^\/\S*$/u, twoLines("is not a path", "write it from the root: /2019/03/old-address.html"))).optional(),
  provenance: z.strictObject({
    importer: text,
    source: text,
    record: text.optional(),
    sha256: text.optional(),
    changes: z.array(text).optional(),
  }).optional(),
  extra: z.record(z.string(), z.unknown()).optional(),
})
  .refine(({ status, embargo }) => status !== "embargoed" || embargo !== undefined, {
    path: ["embargo"],
    message: twoLines("is missing", "say until when: embargo: 2026-01-31T06:00:00Z"),
  })
  .refine(({ status, withdrawn }) => status !== "withdrawn" || withdrawn !== undefined, {
    path: ["withdrawn"],
    message: twoLines("is missing", "say when and why: withdrawn: {date: 2026-01-31, reason: At the request of its subject}"),
  });

export type FrontMatter = z.infer<typeof articleSchema>;

export const articleKeys: readonly string[] = Object.keys(articleSchema.shape);

/** Keys of other generators and of common sense, with what they are called here. */
export const foreignArticleKeys: ForeignKeys = {
  tags: "topics (or people, places)",
  categories: "section (or topics)",
  author: "byline",
  authors: "byline",
  description: "dek",
  summary: "dek",
  excerpt: "dek",
  subtitle: "dek",
  draft: "status: draft",
  aliases: "formerUrls",
  permalink: "formerUrls (an article's address is its file's place)",
  slug: "the file's name (an article's address is its file's place)",
  image: "images",
  photo: "images",
  lang: "language",
  headline: "title",
  published: "date",
  modified: "updated",
  lastmod: "updated",
  location: "dateline or places",
  layout: "nothing: layouts belong to layouts/, not to articles",
};
