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
  title: text.describe("The headline; the only first-level heading of the page."),
  date: date.describe("The calendar day it was published where it was published: 1987-03-02, 1987-03-02T10:44:46Z, an EDTF date such as 1987-03~ or 198X, or undated."),
  updated: date.optional().describe("When its text was last changed."),
  dek: text.optional().describe("One sentence below the headline."),
  byline: people.optional().describe("Who wrote it: a name, or a list of names or of {name, role, id}."),
  contributors: people.optional().describe("Who helped; printed as a note at the end, never as a byline."),
  dateline: z.union([text, z.strictObject({ place: text, date: text.optional() })], {
    error: twoLines("is not a dateline", "write text such as LONDON, March 2, or {place: London, date: March 2}"),
  }).optional().describe("Where and when it was filed: LONDON, March 2."),
  kind: z.enum(articleKinds).optional().describe("What kind of piece it is; news is not labelled."),
  section: text.optional().describe("The section it belongs to; it has a page."),
  series: text.optional().describe("The series it is part of."),
  print: z.strictObject({ page: text.optional(), edition: text.optional(), volume: text.optional(), issue: text.optional() }).optional().describe("Where it stood on paper."),
  people: names.optional().describe("People it is about, by name or id."),
  places: names.optional().describe("Places it is about, by name or id."),
  organizations: names.optional().describe("Organizations it is about, by name or id."),
  topics: names.optional().describe("What it is about, by name or id."),
  images: z.array(image).optional().describe('Its pictures. One without src is published as its caption, with "image not held".'),
  source: z.strictObject({ name: text, url: webAddress.optional(), id: text.optional() }).optional().describe("Where it was first published."),
  rights: rights.optional().describe("Who holds its rights, and under which licence."),
  language: language.optional().describe("BCP 47 tag, where it differs from the language of the archive."),
  corrections: z.array(z.strictObject({ date, text })).optional().describe("What was corrected, and when."),
  status: z.enum(["published", "draft", "embargoed", "withdrawn"]).optional().describe("published, draft, embargoed (with embargo) or withdrawn (with withdrawn)."),
  embargo: date.optional().describe("Until when it is held back."),
  withdrawn: z.strictObject({ date, reason: text }).optional().describe("When and why it was taken back; its address stays."),
  formerUrls: z.array(sitePath).optional().describe("Paths it had before; they lead here."),
  provenance: z.strictObject({
    importer: text,
    source: text,
    record: text.optional(),
    sha256: text.optional(),
    changes: z.array(text).optional(),
  }).optional().describe("Written by importers: where it came from and what was changed on the way."),
  extra: z.record(z.string(), z.unknown()).optional().describe("Your own keys, handed to the templates untouched."),
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
