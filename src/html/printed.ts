import type { Child } from "./html.ts";

/** Hears of every attribute that leads somewhere, or to which something can lead, when a template prints it. */
export interface PrintListener {
  /** `opening` is the tag as it stands before the attribute, `<a class="mention"`; the value is not escaped. */
  attribute(opening: string, name: PrintedName, value: string): void;
  /** Markup that no template has made, and that may hold such attributes. */
  markup(markup: string): void;
  /** An element that a strict content security policy forbids: "a style element". */
  forbidden(what: string): void;
  /** One JSON-LD document, which can be parsed. */
  json(): void;
}

/** Attributes that lead somewhere, that something can lead to, or that a strict content security policy forbids. */
export type PrintedName = "href" | "src" | "srcset" | "action" | "id" | "content" | "style";

let listener: PrintListener | undefined;

/** Has a listener hear of what is printed until `work` is done. */
export async function listening<T>(to: PrintListener, work: () => Promise<T>): Promise<T> {
  const before = listener;
  listener = to;
  try {
    return await work();
  } finally {
    listener = before;
  }
}

/** Makes markup that will be printed again and again; each call of the result is heard as if it had been made anew. */
export function repeatable<T>(make: () => T): () => T {
  const heard: ((to: PrintListener) => void)[] = [];
  const before = listener;
  listener = {
    attribute: (...told) => void heard.push((to) => to.attribute(...told)),
    markup: (...told) => void heard.push((to) => to.markup(...told)),
    forbidden: (...told) => void heard.push((to) => to.forbidden(...told)),
    json: () => void heard.push((to) => to.json()),
  };
  try {
    const made = make();
    return () => {
      if (listener !== undefined) for (const tell of heard) tell(listener);
      return made;
    };
  } finally {
    listener = before;
  }
}

/** Tells of a template that is printed, where anybody listens. `textOf` gives the text of a value before it is escaped. */
export function tellTemplate(strings: TemplateStringsArray, children: readonly Child[], textOf: (child: Child) => string): void {
  if (listener === undefined) return;
  let template = templates.get(strings);
  if (template === undefined) {
    template = readTemplate(strings);
    templates.set(strings, template);
  }
  for (const what of template.forbidden) listener.forbidden(what);
  for (const { opening, name, texts, hole } of template.attributes) {
    let value = texts[0] ?? "";
    for (let i = 1; i < texts.length; i++) value += textOf(children[hole + i - 1]) + (texts[i] ?? "");
    listener.attribute(opening, name, value);
  }
}

/** Tells of markup that no template has made, where anybody listens. */
export function tellMarkup(markup: string): void {
  listener?.markup(markup);
}

/** Tells of a JSON-LD document, where anybody listens. */
export function tellJson(): void {
  listener?.json();
}

interface Template {
  readonly attributes: readonly TemplateAttribute[];
  readonly forbidden: readonly string[];
}

interface TemplateAttribute {
  readonly opening: string;
  readonly name: PrintedName;
  /** The value's own texts around its holes: `id="decade-${decade}"` has "decade-" and "". */
  readonly texts: readonly string[];
  /** Which of the template's holes its first one is. */
  readonly hole: number;
}

// What a template's own text says is found out once: it is one object for every call of its place in the source.
const templates = new WeakMap<TemplateStringsArray, Template>();

const holeSign = "\0";

function readTemplate(strings: TemplateStringsArray): Template {
  const text = strings.join(holeSign);
  const attributes = Array.from(text.matchAll(/ (?<name>href|src|srcset|action|id|content|style)="(?<value>[^"]*)"/gu), ({ index, groups }): TemplateAttribute => ({
    opening: openingBefore(text, index),
    name: nameOf(groups?.["name"]),
    texts: unescapeText(groups?.["value"] ?? "").split(holeSign),
    hole: text.slice(0, index).split(holeSign).length - 1,
  }));
  return {
    attributes,
    forbidden: [...(text.includes("<style") ? ["a style element"] : []), ...(text.includes("<script>") ? ["a script element without a file"] : [])],
  };
}

/** Text as it was before it was escaped. */
export function unescapeText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A tag from its beginning to a place inside it: `<a class="mention"`. */
export function openingBefore(text: string, at: number): string {
  return text.slice(Math.max(0, text.lastIndexOf("<", at)), at);
}

function nameOf(name: string | undefined): PrintedName {
  switch (name) {
    case "href":
    case "src":
    case "srcset":
    case "action":
    case "id":
    case "content":
    case "style":
      return name;
    default:
      throw new Error(`an attribute that nobody listens for: ${name ?? ""}`);
  }
}
