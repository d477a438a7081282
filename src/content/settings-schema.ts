import { z } from "zod";
import { hosts } from "../model/host.ts";
import { fullTextChoices } from "../model/open-licence.ts";
import { originOf } from "../model/site-url.ts";
import { language, sitePath, text } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

// The pattern is for editors' schemas; "https://Archive.example.org:443" passes it, and is not what browsers write.
const siteUrl = z
  .string()
  .regex(/^https?:\/\/[^\s/?#]+$/u, { error: ({ input }) => notOrigin(input), abort: true })
  .refine((value) => originOf(value) === value, { error: ({ input }) => notOrigin(input) });

function notOrigin(found: unknown): string {
  return twoLines("is not an origin", `write scheme and host without a path: ${(typeof found === "string" ? originOf(found) : undefined) ?? "https://archive.example.org"}`);
}

// The schemes are fixed: the address becomes a link on every article.
const reportMistakes = z.string().regex(/^(?:[^\s@/:?#<>"]+@[^\s@/:?#<>"]+\.[^\s@/:?#<>"]+|https?:\/\/(?:[^\s<>"{}]|\{(?:title|url)\})+)$/u, {
  error: () => twoLines("is neither a mail address nor an address on the web", "write corrections@example.org, or https://example.org/report?title={title}&body={url}"),
});

const notCount = twoLines("is no number of articles", "write a whole number from 1 on, such as 20");

/** The keys of archive.yaml; all are optional. */
export const settingsSchema = z.strictObject({
  title: text.optional().describe("The name of the archive."),
  tagline: text.optional().describe("One line under the nameplate."),
  description: text.optional().describe("What the archive is, in a sentence or two."),
  language: language.optional().describe("BCP 47 tag of the interface, and of articles that name none."),
  siteUrl: siteUrl.optional().describe("Scheme and host the site is published at: https://archive.example.org"),
  licence: text.optional().describe("Licence of the articles that name none: CC0-1.0"),
  fullText: z.enum(fullTextChoices).optional().describe("Which articles are handed on with their whole text, as data and in feeds: those whose licence allows it (licensed, without this key), or all, where the rights are yours."),
  reportMistakes: reportMistakes.optional().describe("Where readers report mistakes: a mail address, or the address of a form with {title} and {url} in it."),
  feedsFrom: z.int({ error: () => notCount }).min(1, { error: () => notCount }).optional().describe("A person, place, organization, topic or section with at least so many articles has a feed of its own; 20 without it."),
  firstMentionLinks: z.boolean().optional().describe("Whether the first mention of a subject in a text links to its page; true without it."),
  host: z.enum(hosts).optional().describe("What the site is published on: adds the redirects, headers or settings that it takes as files beside the pages, and warns of its limits only."),
  ledger: z.boolean().optional().describe("Whether ledger.txt keeps the address of every article and every name that was published, so that a build that would drop one fails."),
  formerUrls: z.record(sitePath, sitePath).optional().describe("Former addresses that no article and no record can name, such as a section's, each with the address it leads to: { /sections/town/: /sections/city/ }"),
  elsewhere: z.array(sitePath).optional().describe("Beginnings of paths of the same host at which something else stands, or nothing any more: [/wp-content/]. Links of texts that lead there are left as they are, and no mistake."),
  about: text.optional().describe("Text of the page /about/, in Markdown."),
});
