import type { Child } from "./html.ts";

/** Hears of what leads somewhere, or to which something can lead, when a template prints it. */
export interface PrintListener {
  /** `value` is not escaped. */
  attribute(kind: PointerKind, value: string): void;
  /** Markup that no template has made, and that may hold such attributes. */
  markup(markup: string): void;
  /** What a strict content security policy forbids: "a style element". */
  forbidden(what: string): void;
  /** An element for JSON-LD. */
  script(): void;
  /** A JSON-LD document that can be parsed; its element is heard too. */
  json(): void;
  /** A part that is the same on every page, which it stands on again. */
  part(part: PagePart): void;
}

/** A part of many pages, which was printed once. */
export interface PagePart {
  /** Tells all of it, as if it were printed now. */
  tell(to: PrintListener): void;
}

/**
 * What the value of an attribute is to its page: a "link" that a reader may follow, a "part" that a browser fetches to show it,
 * the list of "parts" in a srcset, an "id" to which links may lead; in the head the "canonical" address, the "preview" for other
 * sites, a word to "robots", the "refresh" of a redirect.
 */
export type PointerKind = "link" | "part" | "parts" | "id" | "canonical" | "preview" | "robots" | "refresh";

let listener: PrintListener | undefined;

/** Has a listener hear of what is printed while `work` is done: in one go, so that it hears of nothing else. */
export function listening<T>(to: PrintListener, work: () => T): T {
  const before = listener;
  listener = to;
  try {
    return work();
  } finally {
    listener = before;
  }
}

/** Makes markup that will be printed again and again: whoever listens hears of it as one part, each time that the result is called. */
export function repeatable<T>(make: () => T): () => T {
  const heard: ((to: PrintListener) => void)[] = [];
  const before = listener;
  listener = {
    attribute: (...told) => void heard.push((to) => to.attribute(...told)),
    markup: (...told) => void heard.push((to) => to.markup(...told)),
    forbidden: (...told) => void heard.push((to) => to.forbidden(...told)),
    script: () => void heard.push((to) => to.script()),
    json: () => void heard.push((to) => to.json()),
    part: ({ tell }) => void heard.push(tell),
  };
  try {
    const made = make();
    const part: PagePart = {
      tell(to) {
        for (const tell of heard) tell(to);
      },
    };
    return () => {
      listener?.part(part);
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
  if (template === undefined) templates.set(strings, (template = readTemplate(strings)));
  for (const { kind, opening, texts, hole } of template.attributes) {
    const value = isWhole(texts) ? textOf(children[hole]) : texts.reduce((before, text, i) => before + textOf(children[hole + i - 1]) + text);
    if (kind === undefined) listener.forbidden(styleAttribute(opening, value));
    else listener.attribute(kind, value);
  }
  if (template.others !== undefined) for (const tell of template.others) tell(listener);
}

/** Tells of markup that no template has made, where anybody listens. */
export function tellMarkup(markup: string): void {
  listener?.markup(markup);
}

/** Tells of a JSON-LD document and of its element, where anybody listens. */
export function tellJson(): void {
  listener?.script();
  listener?.json();
}

interface Template {
  readonly attributes: readonly TemplateAttribute[];
  /** What it prints besides, where it does. */
  readonly others: readonly ((to: PrintListener) => void)[] | undefined;
}

interface TemplateAttribute {
  /** Undefined for a style attribute. */
  readonly kind: PointerKind | undefined;
  readonly opening: string;
  /** The value's own texts around its holes: `id="decade-${decade}"` has "decade-" and "". */
  readonly texts: readonly string[];
  /** Which of the template's holes its first one is. */
  readonly hole: number;
}

// What a template's own text says is found out once: it is one object for every call of its place in the source, and lives as
// long. Most say nothing.
const templates = new Map<TemplateStringsArray, Template>();

const holeSign = "\0";

function readTemplate(strings: TemplateStringsArray): Template {
  const text = strings.join(holeSign);
  const attributes = Array.from(text.matchAll(/ (?<name>href|src|srcset|action|id|content|style)="(?<value>[^"]*)"/gu), ({ index, groups }) => {
    const [opening, name] = [openingBefore(text, index), nameOf(groups?.["name"])];
    const texts = unescapeText(groups?.["value"] ?? "").split(holeSign);
    return { name, kind: pointerKind(opening, name), opening, texts, hole: text.slice(0, index).split(holeSign).length - 1 };
  });
  const others: ((to: PrintListener) => void)[] = [];
  for (const [what, tag] of Object.entries(forbiddenTags)) if (text.includes(tag)) others.push((to) => to.forbidden(what));
  for (let i = text.split(jsonTag).length; i > 1; i--) others.push((to) => to.script());
  return { attributes: attributes.filter(({ name, kind }) => kind !== undefined || name === "style"), others: others.length === 0 ? undefined : others };
}

// Nothing but what stands in one hole, as most are.
function isWhole(texts: readonly string[]): boolean {
  return texts.length === 2 && texts[0] === "" && texts[1] === "";
}

/** How a template, or finished text, opens elements that a strict content security policy forbids. */
export const forbiddenTags = { "a style element": "<style", "a script element without a file": "<script>" } as const;

/** How it opens an element for JSON-LD. */
export const jsonTag = '<script type="application/ld+json">';

/** Names of the attributes that matter to a listener. */
export type PointerName = "href" | "src" | "srcset" | "action" | "id" | "content" | "style";

/** What an attribute is to its page, or undefined where nothing has to agree with it. `opening` is the tag as it stands before it, `<a class="mention"`. */
export function pointerKind(opening: string, name: PointerName): PointerKind | undefined {
  switch (name) {
    case "href":
      if (opening.startsWith('<link rel="canonical"')) return "canonical";
      return opening.startsWith("<link") && !opening.startsWith('<link rel="alternate"') ? "part" : "link";
    case "src":
    case "action":
      return "part";
    case "srcset":
      return "parts";
    case "id":
      return "id";
    case "content":
      return contentKinds.get(opening);
    case "style":
      return undefined;
  }
}

const contentKinds: ReadonlyMap<string, PointerKind> = new Map([
  ['<meta name="robots"', "robots"],
  ['<meta property="og:image"', "preview"],
  ['<meta http-equiv="refresh"', "refresh"],
]);

/** What is said of a style attribute, which is forbidden. */
export function styleAttribute(opening: string, value: string): string {
  return `a style attribute: ${opening} style="${value}">`;
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

function nameOf(name: string | undefined): PointerName {
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
