import { z } from "zod";
import { language, text } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

/** The keys of archive.yaml; all are optional. */
export const settingsSchema = z.strictObject({
  title: text.optional().describe("The name of the archive."),
  tagline: text.optional().describe("One line under the nameplate."),
  description: text.optional().describe("What the archive is, in a sentence or two."),
  language: language.optional().describe("BCP 47 tag of the interface, and of articles that name none."),
  siteUrl: z.string().regex(/^https?:\/\/[^\s/?#]+$/u, twoLines("is not an origin", "write scheme and host without a path: https://archive.example.org")).optional().describe("Scheme and host the site is published at: https://archive.example.org"),
  licence: text.optional().describe("Licence of the articles that name none: CC0-1.0"),
  firstMentionLinks: z.boolean().optional().describe("Whether the first mention of a subject in a text links to its page; true without it."),
  about: text.optional().describe("Text of the page /about/, in Markdown."),
});
