import { z } from "zod";
import { codePointOf } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { slugOf } from "../model/slug.ts";
import { parsePartialDate } from "./date.ts";
import { twoLines } from "./validate.ts";

/** Text that may be empty. Signs that no page or feed can carry are refused, whatever escape they were written with. */
export const anyText = z.string().superRefine((value, context) => {
  const sign = unprintable.exec(value)?.[0];
  if (sign !== undefined) context.addIssue({ code: "custom", message: twoLines(`holds the character ${codePointOf(sign)}, which cannot be printed`, "remove it") });
});

/** Text with something in it; blanks around it (a block of YAML ends with a line feed) do not belong to it. */
export const text = anyText.trim().regex(/\S/u, twoLines("is empty", "write something, or remove the line"));

// What XML 1.0 has no form for (controls, halves of surrogate pairs, non-characters), and the overrides that turn text around.
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]/u;

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
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { error: ({ input }) => twoLines("is not an id", idFix(input)) });

/** How to mend what should be an id: "Portugal" -> portugal. */
export function idFix(found: unknown): string {
  const slug = typeof found === "string" ? slugOf(found) : "";
  return `write lower-case letters, digits and hyphens: ${slug === "" ? "antony-blinken" : slug}`;
}

/**
 * A path from the site's root that a redirect can stand at: no other host ("//host"), no step out of the site ("/../"),
 * nothing a static host would not see ("?", "#").
 */
export const sitePath = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\\p{Cc}]*$/u, { error: ({ input }) => blankIn(input) ?? twoLines("is not a path", "write it from the root, without ? and #: /2019/03/old-address.html") })
  .refine((value) => !value.split("/").some((part) => /^(?:\.|%2e){1,2}$/iu.test(part)), twoLines("leads out of the site", "write it from the root: /2019/03/old-address.html"));

// "/old story.html": no address has a blank; browsers write it as %20.
function blankIn(found: unknown): string | undefined {
  const blank = typeof found === "string" && /^\/(?!\/)[^?#\\]*$/u.test(found) ? /\s/u.exec(found)?.[0] : undefined;
  if (blank === undefined || typeof found !== "string") return undefined;
  const name = blank === " " ? "a blank" : `white space (${codePointOf(blank)})`;
  return twoLines(`holds ${name}, which no address has`, `write it as browsers show it: ${found.replace(/\s/gu, encodeURIComponent)}`);
}

/** BCP 47, as far as a typing mistake can be told: "en", "pt-BR", "zh-Hant". */
export const language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, twoLines("is not a language tag", "write a BCP 47 tag such as en, pt-BR or ar"));

export const rights = z.strictObject({
  holder: text.optional(),
  licence: text.optional(),
  statement: text.optional(),
});
