import { SaxesParser } from "saxes";
import { htmlEntities } from "./html-entities.ts";

/** An element of an XML document. Names stand without their prefixes: "nitf:hl1" is "hl1", the attribute "xml:lang" is "lang". */
export interface XmlElement {
  readonly name: string;
  /** "content" of "content:encoded", as the document has it; "" where there is none. */
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** From 1, in the file. */
  readonly line: number;
}
export type XmlNode = XmlElement | string;

/** Why a document cannot be read, and where. */
export interface XmlFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Parses one XML document that begins in a given line of its file. Nothing outside of it is ever read, and entities are not
 * expanded except the five of XML and those of HTML ("&eacute;"); what else it declares or refers to is a fault, as is
 * nesting that no article has.
 */
export function parseXml(text: string, firstLine: number): { readonly root: XmlElement; readonly fault?: never } | { readonly fault: XmlFault } {
  const parser = new SaxesParser({ position: true });
  Object.assign(parser.ENTITIES, htmlEntities);
  const open: Building[] = [];
  let root: Building | undefined;
  let fault: XmlFault | undefined;
  const fail = (message: string): void => {
    fault ??= { message, line: firstLine + parser.line - 1, column: parser.column };
  };
  parser.on("error", ({ message }) => {
    fail(message.replace(/^\d+:\d+:\s*/u, "").replace(/\.$/u, ""));
  });
  parser.on("doctype", (text) => {
    if (/<!ENTITY/u.test(text)) fail("declares entities of its own, which are not expanded");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Building = { name: local(name), prefix: name.slice(0, Math.max(0, name.indexOf(":"))), attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])), children: [], line: firstLine + parser.line - 1 };
    if (open.length >= deepest) fail(`elements are nested more than ${String(deepest)} deep`);
    else if (open.length === 0) root ??= element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const into = open.at(-1)?.children;
    if (into === undefined) return;
    const last = into.at(-1);
    if (typeof last === "string") into[into.length - 1] = last + text;
    else into.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  for (let at = 0; at < text.length && fault === undefined; at += pieceLength) parser.write(text.slice(at, at + pieceLength));
  if (fault === undefined) parser.close();
  if (fault !== undefined) return { fault };
  return root === undefined ? { fault: { message: "holds no element", line: firstLine, column: 0 } } : { root };
}

/** Deeper nesting is an attack on whoever walks through it; articles stay below 30. */
const deepest = 256;

/** So much is parsed between two looks at whether something went wrong. */
const pieceLength = 65_536;

interface Building extends XmlElement {
  readonly children: XmlNode[];
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The elements of a name among an element's children. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (parent?.children ?? []).filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** The element that a way of names leads to, the first of each: `childOf(newsItem, "itemMeta", "pubStatus")`. */
export function childOf(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((element, name) => childrenOf(element, name)[0], parent);
}

/** All elements of some names below an element, in the order of the document. */
export function descendantsOf(parent: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  return (parent?.children ?? []).flatMap((child) => (typeof child === "string" ? [] : [...(names.includes(child.name) ? [child] : []), ...descendantsOf(child, ...names)]));
}

/** An element's text with that of the elements in it, blanks as they stand. */
export function textOf(element: XmlNode | undefined): string {
  if (element === undefined) return "";
  return typeof element === "string" ? element : element.children.map(textOf).join("");
}

/** An element's text on one line; undefined where it is missing or blank. */
export function lineOf(element: XmlNode | undefined): string | undefined {
  return textOf(element).replace(/\s+/gu, " ").trim() || undefined;
}

/** An attribute without blanks around it; undefined where it is missing or blank. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name]?.trim() || undefined;
}
