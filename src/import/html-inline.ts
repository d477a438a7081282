import type { Inline, Marks } from "./blocks.ts";
import type { BlockBuilder } from "./block-builder.ts";
import { attributeOf, nameOf } from "./html-document.ts";
import type { HtmlReader, Place, ReadChildren } from "./html-reader.ts";
import { collapse } from "./html-text.ts";
import { lower, raise } from "./raised-signs.ts";

/** Reads an element that runs on in the text. */
export function readInline(element: Element, reader: HtmlReader, place: Place, into: BlockBuilder, readChildren: ReadChildren): void {
  const { losses } = reader;
  const { marks } = place;
  const name = nameOf(element);
  const words = collapse(element.textContent ?? "");
  const children = (inner: Marks): void => readChildren(element, { ...place, marks: inner }, into);
  const mark = markNames.get(name);
  if (mark !== undefined) return children({ ...marks, [mark]: true });
  switch (name) {
    case "br":
      return into.inline({ kind: "break", marks });
    case "a":
      return children(linkMarks(element, words, reader, marks));
    case "code":
    case "kbd":
    case "samp":
    case "tt":
      if (element.children.length > 0 || words === "") return children(marks);
      return codeRuns(element.textContent ?? "", marks).forEach(into.inline);
    case "sup":
    case "sub": {
      const [moved, signs] = name === "sup" ? ["raised", raise(words)] as const : ["lowered", lower(words)] as const;
      if (words !== "") losses.add("change", `${moved} signs ${signs === undefined ? "written on the line" : "written as signs of Unicode"}`, around(element));
      if (signs === undefined || element.children.length > 0) return children(marks);
      reader.instead.set(element, signs);
      return into.inline({ kind: "text", text: signs, marks });
    }
    case "q":
      // In the source there are none: the browser sets them.
      losses.add("count", "quotation marks written that a browser sets by itself");
      into.inline({ kind: "text", text: "“", marks });
      children(marks);
      return into.inline({ kind: "text", text: "”", marks });
    case "rt":
      if (element.parentElement?.querySelector("rp")) return children(marks);
      reader.instead.set(element, `(${words})`);
      return into.inline({ kind: "text", text: `(${words})`, marks });
    case "abbr":
    case "acronym":
      if (attributeOf(element, "title") !== undefined) losses.add("change", "explanations of abbreviations dropped", `${words}: ${attributeOf(element, "title") ?? ""}`);
      return children(marks);
    default: {
      // "<IBM.N>" that nobody escaped is a tag to a browser, which shows nothing there.
      if (!knownNames.has(name) && !/[-:]/u.test(name)) losses.add("warning", "tags dropped that HTML does not know, perhaps text in angle brackets", `<${name}>`);
      const lost = lostNames.get(name);
      if (lost !== undefined && words !== "") losses.add("change", lost, words);
      return children(marks);
    }
  }
}

const markNames: ReadonlyMap<string, "strong" | "emphasis" | "deleted"> = new Map([
  ["b", "strong"], ["strong", "strong"],
  ["i", "emphasis"], ["em", "emphasis"], ["cite", "emphasis"], ["dfn", "emphasis"], ["var", "emphasis"],
  ["s", "deleted"], ["strike", "deleted"], ["del", "deleted"],
]);

const lostNames: ReadonlyMap<string, string> = new Map([
  ["u", "underlines dropped"], ["ins", "underlines dropped"], ["mark", "highlights dropped"], ["math", "formulas written as plain text"],
]);

// HTML, 4 and 16.2, as far as they run on in a line.
const knownNames: ReadonlySet<string> = new Set(
  "a abbr acronym b basefont bdi bdo big blink br cite code data del dfn em font i ins kbd label mark marquee math nobr noindex picture q rb rp rt rtc ruby s samp slot small spacer span strike strong sub sup time tt u var".split(" "),
);

function linkMarks(element: Element, words: string, { link, losses }: HtmlReader, marks: Marks): Marks {
  const href = attributeOf(element, "href");
  if (href === undefined || words === "") return marks;
  const target = href.startsWith("#") ? undefined : link(href);
  if (target === undefined) {
    if (href.startsWith("#")) losses.add("change", "links inside the page dropped", `${words} -> ${href}`);
    else losses.add("warning", "links dropped that run a script or lead nowhere from here", `${words} -> ${href}`);
    return marks;
  }
  const title = collapse(attributeOf(element, "title") ?? "");
  return { ...marks, link: { href: target, title: title === "" || title === words ? undefined : title } };
}

// CommonMark strips a blank at each end of a code span.
function codeRuns(text: string, marks: Marks): readonly Inline[] {
  const [, before = "", code = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return [{ kind: "text", text: before, marks }, { kind: "code", text: collapse(code), marks }, { kind: "text", text: after, marks }];
}

// "m2" says little without the words around it.
function around(element: Element): string {
  const text = collapse(element.parentElement?.textContent ?? "");
  return text.length <= 60 ? text : collapse(element.textContent ?? "");
}
