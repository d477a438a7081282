import type { Thing, WithContext } from "schema-dts";
import { html, trustedSilently, type Html } from "./html.ts";
import { tellJson } from "./printed.ts";

/** Something of schema.org's vocabulary, whose properties may be left open: JSON leaves out what is undefined. */
export type Draft<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Draft<Item>[]
    : { readonly [Property in keyof T]: Draft<T[Property]> | undefined };

/**
 * A document of JSON-LD. The compiler knows schema.org's types and properties; tests check the values of what is printed.
 * Name the type as narrowly as can be: `Thing` has the compiler compare with all nine hundred of them.
 */
export type JsonLd<T extends Thing> = Draft<WithContext<T>>;

/** Prints a document as a script element: `<` is escaped so that "</script>" in a title cannot end it. */
export function jsonLd(value: { readonly "@context": "https://schema.org" | undefined }): Html {
  return scriptOf(JSON.stringify(value));
}

/** A document up to the end of its last list, in JSON, for documents that are the same up to there: see `jsonLdFrom`. */
export function jsonLdStart(value: { readonly "@context": "https://schema.org" | undefined }): string {
  return JSON.stringify(value).slice(0, -"]}".length);
}

/** Prints a document that begins so, with one more item in the list that it ends with, which is not empty. */
export function jsonLdFrom(start: string, item: object): Html {
  return scriptOf(`${start},${JSON.stringify(item)}]}`);
}

function scriptOf(json: string): Html {
  tellJson();
  return html`<script type="application/ld+json">${trustedSilently(json.replaceAll("<", "\\u003c"))}</script>\n`;
}
