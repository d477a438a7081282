import type { Thing, WithContext } from "schema-dts";
import { trustedSilently, type Html } from "./html.ts";
import { jsonTag, tellJson } from "./printed.ts";

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

/** Writes a property of a document behind others: `jsonProperty`, whose names and values the compiler knows by T. */
export type Says<T extends Thing> = <Name extends PropertyOf<T>>(name: Name, value: Draft<Exclude<T, string>[Name]> | undefined) => string;

type PropertyOf<T> = keyof Exclude<T, string> & string;

/** Prints a document as a script element: `<` is escaped so that "</script>" in a title cannot end it. */
export function jsonLd(value: { readonly "@context": "https://schema.org" | undefined }): Html {
  return scriptOf(JSON.stringify(value));
}

/** Prints a document of properties that were written by `jsonProperty`. */
export function jsonLdOf(type: string, properties: string): Html {
  return scriptOf(`{"@context":"https://schema.org","@type":"${type}"${properties}}`);
}

/** A document up to its last text, which is empty there and the last item's last: for documents that are the same up to there. */
export function jsonLdStart(value: { readonly "@context": "https://schema.org" | undefined }): string {
  return JSON.stringify(value).slice(0, -'""}]}'.length);
}

/** Prints a document that begins so, with its last text. */
export function jsonLdFrom(start: string, text: string): Html {
  return scriptOf(`${start}${JSON.stringify(text)}}]}`);
}

// A template would take as long as making the document.
function scriptOf(json: string): Html {
  tellJson();
  return trustedSilently(`${jsonTag}${json.replaceAll("<", "\\u003c")}</script>\n`);
}
