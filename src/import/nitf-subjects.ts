import type { Note } from "./draft.ts";
import type { NamedSubject } from "./news-item.ts";
import { attributeOf, childOf, childrenOf, descendantsOf, lineOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** "<person><function>Mayor</function> Ann Lee</person>": what somebody is does not belong to the name. */
export function personName(person: XmlElement): string {
  const given = lineOf(childOf(person, "name.given"));
  const family = lineOf(childOf(person, "name.family"));
  if (given !== undefined && family !== undefined) return `${given} ${family}`;
  return person.children.map((child) => (typeof child !== "string" && ["function", "alt-code"].includes(child.name) ? " " : textOf(child))).join("").replace(/\s+/gu, " ").trim();
}

/** What a document is about: its identified content, the place of the event, its subjects and keywords. */
export function subjectsOf(root: XmlElement, notes: Note[]): readonly NamedSubject[] {
  const docdata = childOf(root, "head", "docdata");
  const identified = childOf(docdata, "identified-content");
  const marked = descendantsOf(childOf(root, "body", "body.content"), "person", "org", "location").map(subjectOf).filter(({ name }) => name !== "");
  const named = descendantsOf(identified, "person", "org", "location").map(subjectOf).filter(({ name }) => name !== "");
  const known = new Set(named.map(({ kind, name }) => `${kind} ${name}`));
  const others = [...new Set(marked.filter(({ kind, name }) => !known.has(`${kind} ${name}`)).map(({ name }) => name))];
  // What is marked in the text is mentioned there; the article is about it only where nothing else says what it is about.
  if (identified === undefined && others.length > 0) notes.push({ level: "guess", kind: "names marked in the text taken as subjects", text: `took as subjects what is marked in the text: ${others.join(", ")}` });
  else if (others.length > 0) notes.push({ level: "suggestion", kind: "names marked in the text", text: `marked in the text and not named as what it is about: ${others.join(", ")}` });
  return [
    ...named,
    ...(identified === undefined ? marked : []),
    ...childrenOf(docdata, "evloc").map((place): NamedSubject => ({ kind: "places", name: attributeOf(place, "city") ?? attributeOf(place, "county-dist") ?? attributeOf(place, "state-prov") ?? attributeOf(place, "iso-cc") ?? "", ids: [] })),
    ...topicsOf(root),
  ].filter(({ name }) => name !== "");
}

const kinds = { person: "people", org: "organizations", location: "places" } as const;

function subjectOf(marked: XmlElement): NamedSubject {
  const kind = marked.name === "person" ? kinds.person : marked.name === "org" ? kinds.org : kinds.location;
  const name = kind === "people" ? personName(marked) : kind === "places" ? placeName(marked) : lineOf(marked) ?? "";
  return { kind, name, ids: idsOf(marked) };
}

function placeName(location: XmlElement): string {
  const part = ["sublocation", "city", "region", "state", "country"].map((name) => lineOf(childOf(location, name))).find((line) => line !== undefined);
  return part ?? lineOf(location) ?? "";
}

// <org idsrc="iptc" value="..."> and <alt-code idsrc="wikidata" value="Q42"/>
function idsOf(marked: XmlElement): readonly string[] {
  return [marked, ...childrenOf(marked, "alt-code")].flatMap((code) => {
    const value = attributeOf(code, "value");
    const source = attributeOf(code, "idsrc");
    return value === undefined ? [] : [source === undefined ? value : `${source}:${value}`];
  });
}

function topicsOf(root: XmlElement): readonly NamedSubject[] {
  const head = childOf(root, "head");
  const subjects = childrenOf(childOf(head, "tobject"), "tobject.subject").map((subject) => {
    const name = ["detail", "matter", "type", "code"].map((part) => attributeOf(subject, `tobject.subject.${part}`)).find((text) => text !== undefined);
    const number = attributeOf(subject, "tobject.subject.refnum");
    return { kind: "topics", name: name ?? number ?? "", ids: number === undefined ? [] : [`subj:${number}`] } as const;
  });
  const keywords = descendantsOf(childOf(head, "docdata"), "keyword").map((keyword) => ({ kind: "topics", name: attributeOf(keyword, "key") ?? "", ids: [] }) as const);
  return [...subjects, ...keywords];
}
