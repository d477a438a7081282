import { attributeOf, blockNames, isElement, nameOf } from "./html-document.ts";
import { collapse } from "./html-text.ts";

/** The footnotes of a page, by the links that join mark and note. */
export interface Footnotes {
  /** What stands for a mark in the text, with its note's label ("1", "2" in the order of the marks). */
  readonly marks: ReadonlyMap<Element, string>;
  /** The blocks that hold the notes, with their labels. */
  readonly notes: ReadonlyMap<Element, string>;
  /** Links back to the mark, and the number before a note: the page makes its own. */
  readonly backLinks: ReadonlySet<Element>;
}

/**
 * Finds marks such as `<sup><a href="#fn1">1</a></sup>` or Word's `<a href="#_ftn1" name="_ftnref1">[1]</a>` whose note
 * stands below and either links back or stands in a place that is called notes.
 */
export function findFootnotes(root: Element): Footnotes {
  const marks = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const backLinks = new Set<Element>();
  const links = [...root.querySelectorAll('a[href^="#"]')].filter((link) => markText.test(collapse(link.textContent ?? "")));
  if (links.length === 0) return { marks, notes, backLinks };
  const targets = targetsOf(root);
  // linkedom's compareDocumentPosition compares depths only.
  const order = new Map(Array.from(root.querySelectorAll("*"), (element, at) => [element, at]));
  const isBefore = (one: Element, other: Element): boolean => (order.get(one) ?? 0) < (order.get(other) ?? 0);
  for (const link of links) {
    if ([...notes.keys()].some((note) => note.contains(link))) continue;
    const note = noteOf(targets.get(anchorOf(link)), root);
    const mark = outermost(link);
    if (!note || note.contains(link) || mark.contains(note) || isBefore(note, link)) continue;
    const back = [...note.querySelectorAll('a[href^="#"]')].filter((other) => namesOf(link).includes(anchorOf(other)));
    if (back.length === 0 && !isCalledNotes(note, root)) continue;
    const label = notes.get(note) ?? String(notes.size + 1);
    notes.set(note, label);
    marks.set(mark, label);
    for (const other of back) backLinks.add(outermost(other));
    const [first] = [...note.childNodes].filter((node) => collapse(node.textContent ?? "") !== "");
    if (first && isElement(first) && markText.test(collapse(first.textContent ?? ""))) backLinks.add(first);
  }
  return { marks, notes, backLinks };
}

// "1", "[12]", "(a)", "*", "†", "iv".
const markText = /^[[(]?(?:\d{1,4}|\*{1,3}|[†‡§¶]{1,2}|[a-z]|[ivxl]{1,6})[\])]?\.?$/iu;

function targetsOf(root: Element): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of root.querySelectorAll("[id], a[name]")) {
    for (const name of [element.getAttribute("id"), element.getAttribute("name")]) if (name !== null && !targets.has(name)) targets.set(name, element);
  }
  return targets;
}

function anchorOf(link: Element): string {
  const anchor = (attributeOf(link, "href") ?? "#").slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

// A link back may lead to the mark's link or to what is around it: `<sup id="fnref1"><a href="#fn1">`.
function namesOf(link: Element): readonly string[] {
  const around = [link, ...ancestors(link).slice(0, 2), ...link.querySelectorAll("[id]")];
  return around.flatMap((element) => [element.getAttribute("id"), element.getAttribute("name")]).filter((name) => name !== null && name !== "") as readonly string[];
}

// Word's target is an anchor inside of the note's paragraph.
function noteOf(target: Element | undefined, root: Element): Element | undefined {
  if (!target) return undefined;
  const block = [target, ...ancestors(target)].find((element) => blockNames.has(nameOf(element)));
  return block && block !== root && root.contains(block) && !["td", "th", "tr", "table", "body", "ol", "ul"].includes(nameOf(block)) ? block : undefined;
}

function isCalledNotes(note: Element, root: Element): boolean {
  const around = [note, ...ancestors(note).filter((element) => root.contains(element))].slice(0, 4);
  return around.some((element) => /(?:^|[\s_-])(?:foot|end)?(?:notes?|fn)(?:[\s_-]|\d|$)|footnote|endnote/iu.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`));
}

// `<sup>` and brackets around a link go with it.
function outermost(link: Element): Element {
  const parent = link.parentElement;
  const alone = parent && ["sup", "span"].includes(nameOf(parent)) && collapse(parent.textContent ?? "") === collapse(link.textContent ?? "");
  return alone ? outermost(parent) : link;
}

function ancestors(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let parent = element.parentElement; parent; parent = parent.parentElement) found.push(parent);
  return found;
}
