import { readHtmlPiece } from "./html-document.ts";
import { wordsOfHtml } from "./html-text.ts";
import { isObject } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

/**
 * The value of a key under any of the names that versions of ninjs give it: "versioncreated" in 1 and 2 is "versionCreated"
 * in 3, "body_xhtml" is one word.
 */
export function valueOf(object: JsonObject, ...names: readonly string[]): JsonValue | undefined {
  for (const name of names) {
    const key = Object.keys(object).find((candidate) => fold(candidate) === name);
    if (key !== undefined && object[key] !== null) return object[key];
  }
  return undefined;
}

/** A value as text; undefined where it is none or blank. */
export function textValue(object: JsonObject, ...names: readonly string[]): string | undefined {
  const value = valueOf(object, ...names);
  return typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;
}

/** A list of objects: of ninjs 2 and 3 as it stands, of ninjs 1 the values of an object, with their keys as `name`. */
export function objectsOf(object: JsonObject, ...names: readonly string[]): readonly JsonObject[] {
  const value = valueOf(object, ...names);
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (isObject(inner) ? [{ name, ...inner }] : []));
}

/** One of the forms in which a headline, a description or a text comes. */
export interface Form {
  /** "main", "text", "xhtml"; "" where none is named. */
  readonly role: string;
  /** "text/plain"; "" where none is named. */
  readonly contentType: string;
  readonly value: string;
}

/**
 * All forms of a text: the list of ninjs 2 and 3 (`bodies`, `headlines`), and the keys of ninjs 1 (`body_xhtml`,
 * `headline`), whose ends are their roles.
 */
export function formsOf(object: JsonObject, singular: string, plural: string): readonly Form[] {
  const listed = [...objectsOf(object, plural), ...objectsOf(object, singular)].map((form) => ({ role: textValue(form, "role", "name") ?? "", contentType: textValue(form, "contenttype", "mimetype") ?? "", value: textValue(form, "value", "text") ?? "" }));
  const keyed = Object.entries(object).flatMap(([key, value]) => {
    const { end } = new RegExp(`^${singular}(?:_(?<end>\\w+))?$`, "iu").exec(key)?.groups ?? {};
    const named = key.toLowerCase() === singular || end !== undefined;
    return named && typeof value === "string" ? [{ role: end ?? "", contentType: /html/iu.test(end ?? "") ? "text/html" : "", value }] : [];
  });
  return [...listed, ...keyed].filter(({ value }) => value.trim() !== "");
}

export function isHtml({ role, contentType, value }: Form): boolean {
  return /html/iu.test(`${role} ${contentType}`) || (/richtext/iu.test(role) && /<\w/u.test(value));
}

/** The richest form (or the plainest): HTML, then NITF, then plain text; among equals the main one. */
export function bestForm(forms: readonly Form[], rich: boolean): Form | undefined {
  const rank = (form: Form): number => (isHtml(form) ? 2 : isNitf(form) ? 1 : 0) * (rich ? 1 : -1) + (/^main$/iu.test(form.role) ? 0.5 : 0);
  return forms.toSorted((a, b) => rank(b) - rank(a))[0];
}

export function isNitf({ role, contentType }: Form): boolean {
  return /nitf/iu.test(`${role} ${contentType}`);
}

/** A headline or a caption on one line; one in HTML loses its marks. */
export function plainWords(form: Form | undefined): string | undefined {
  if (form === undefined) return undefined;
  return (isHtml(form) ? wordsOfHtml(readHtmlPiece(form.value), new Map()) : form.value).replace(/\s+/gu, " ").trim() || undefined;
}

/** Names, or codes, of a list of subjects. */
export function namesOf(object: JsonObject, ...keys: readonly string[]): readonly string[] {
  return objectsOf(object, ...keys).map((one) => textValue(one, "name", "code")).filter((name) => name !== undefined);
}

/** The first headline, or the title of older versions. */
export function headlineOf(object: JsonObject): string | undefined {
  return formsOf(object, "headline", "headlines")[0]?.value ?? textValue(object, "title");
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[_-]/gu, "");
}
