import { z } from "zod";
import type { PartialDate } from "../model/partial-date.ts";
import { parsePartialDate } from "./date.ts";
import { twoLines } from "./validate.ts";

/** Text with something in it. */
export const text = z.string().regex(/\S/u, twoLines("is empty", "write something, or remove the line"));

/** Names or ids of authority records. */
export const names = z.array(text);

/** A date of the model; a bare year may stand without quotes. */
export const date = z
  .union([z.string(), z.int()], { error: twoLines("is not a date", dateFix()) })
  .transform((value, context): PartialDate => {
    const parsed = parsePartialDate(String(value));
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: twoLines("is not a calendar date", dateFix()) });
    return z.NEVER;
  });

function dateFix(): string {
  return "write YYYY-MM-DD, an EDTF date such as 1987-03~, or undated";
}

/** An http or https address: anything else could run as a script or fail on the reader's machine. */
export const webAddress = z.string().regex(/^https?:\/\/[^\s<>"]+$/u, twoLines("is not a web address", "write it in full: https://example.org/page"));

/** An id: the last part of an address. */
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, twoLines("is not an id", "write lower-case letters, digits and hyphens: antony-blinken"));

/** BCP 47, as far as a typing mistake can be told: "en", "pt-BR", "zh-Hant". */
export const language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, twoLines("is not a language tag", "write a BCP 47 tag such as en, pt-BR or ar"));

export const rights = z.strictObject({
  holder: text.optional(),
  licence: text.optional(),
  statement: text.optional(),
});
