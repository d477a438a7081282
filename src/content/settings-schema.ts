import { z } from "zod";
import { language, text } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

/** The keys of archive.yaml; all are optional. */
export const settingsSchema = z.strictObject({
  title: text.optional(),
  tagline: text.optional(),
  description: text.optional(),
  language: language.optional(),
  siteUrl: z.string().regex(/^https?:\/\/[^\s/?#]+$/u, twoLines("is not an origin", "write scheme and host without a path: https://archive.example.org")).optional(),
  licence: text.optional(),
  firstMentionLinks: z.boolean().optional(),
  about: text.optional(),
});
