import { z } from "zod";
import { articleKinds } from "../model/article.ts";
import { anyText, date, id, language, names, rights, sitePath, text, webAddress } from "./schema-parts.ts";
import { twoLines, type ForeignKeys } from "./validate.ts";

const person = z.strictObject({ name: text, role: text.optional(), id: id.optional() });

const people = z.union([text, z.array(z.union([text, person]))], {
  error: twoLines("is not a name", "write a name, or a list: [A Name, {name: Another Name, role: photographer}]"),
});

const image = z
  .strictObject({
    src: text.optional(),
    id: text.optional(),
    alt: anyText.optional(),
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
  formerUrls: z.array(sitePath).optional(),
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

/** Keys of other generators and of common sense, with what to do about each here. */
export const foreignArticleKeys: ForeignKeys = new Map([
  ["tags", "here it is called topics (or people, places, organizations)"],
  ["tag", "here it is called topics (or people, places, organizations)"],
  ["keywords", "here it is called topics (or people, places, organizations)"],
  ["categories", "here it is called section (or topics)"],
  ["category", "here it is called section (or topics)"],
  ["author", "here it is called byline"],
  ["authors", "here it is called byline"],
  ["by", "here it is called byline"],
  ["description", "here it is called dek"],
  ["summary", "here it is called dek"],
  ["excerpt", "here it is called dek"],
  ["subtitle", "here it is called dek"],
  ["standfirst", "here it is called dek"],
  ["draft", "write status: draft, or remove the line"],
  ["hidden", "write status: draft, or remove the line"],
  ["aliases", "here it is called formerUrls: [/old/address/]"],
  ["redirect_from", "here it is called formerUrls: [/old/address/]"],
  ["permalink", "an article's address is its file's place; name an older address under formerUrls: [/old/address/]"],
  ["url", "an article's address is its file's place; name an older address under formerUrls, a first publication under source"],
  ["slug", "an article's address is its file's place: rename the file"],
  ["image", "here it is called images: [{src: photo.jpg, alt: What it shows}]"],
  ["photo", "here it is called images: [{src: photo.jpg, alt: What it shows}]"],
  ["cover", "here it is called images: [{src: photo.jpg, alt: What it shows, lead: true}]"],
  ["thumbnail", "here it is called images: [{src: photo.jpg, alt: What it shows, lead: true}]"],
  ["lang", "here it is called language"],
  ["headline", "here it is called title"],
  ["published", "here it is called date"],
  ["publishdate", "here it is called date; to hold an article back, write status: embargoed and embargo: 2026-01-31"],
  ["expirydate", "articles do not expire; to take one back, write status: withdrawn"],
  ["modified", "here it is called updated"],
  ["lastmod", "here it is called updated"],
  ["location", "here it is called dateline (where it was filed) or places (what it is about)"],
  ["person", "here it is called people"],
  ["place", "here it is called places"],
  ["organisations", "here it is called organizations"],
  ["organisation", "here it is called organizations"],
  ["license", "here it is called rights: {licence: CC-BY-4.0}"],
  ["copyright", "here it is called rights: {holder: A Name}"],
  ["layout", "remove it: one layout renders all articles"],
  ["templateengineoverride", "remove it: no template language runs in articles"],
  ["eleventycomputed", "remove it: nothing is computed in articles"],
  ["pagination", "remove it: lists are made by themselves"],
  ["__proto__", "remove it"],
]);
