import type { Note } from "./draft.ts";
import type { NamedSubject, NewsItem } from "./news-item.ts";
import { bareCode, codeOf, idsOfProperty, labelOf, nameOfProperty } from "./newsml-values.ts";
import type { ConceptNames } from "./newsml-values.ts";
import { attributeOf, childOf, childrenOf, lineOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** What an item of NewsML-G2 says about its text; the text itself is found elsewhere. */
export function readNewsmlMeta(item: XmlElement, concepts: ConceptNames): Omit<NewsItem, "sourceRecord" | "line" | "text" | "images"> {
  const notes: Note[] = [];
  const [itemMeta, contentMeta, rights] = [childOf(item, "itemMeta"), childOf(item, "contentMeta"), childOf(item, "rightsInfo")];
  const language = attributeOf(childOf(contentMeta, "language"), "tag") ?? attributeOf(item, "lang");
  const names = (parent: XmlElement | undefined, name: string): readonly string[] => childrenOf(parent, name).map((property) => nameOfProperty(property, language, concepts)).filter((text) => text !== undefined);
  const headlines = childrenOf(contentMeta, "headline").map((headline) => ({ text: lineOf(headline), role: (attributeOf(headline, "role") ?? "").replace(/^.*[:/]/u, "").toLowerCase() }));
  const main = headlines.find(({ role }) => !isSubordinate(role)) ?? headlines[0];
  const subheads = headlines.filter((headline) => headline !== main).map(({ text }) => text).filter((text) => text !== undefined);
  const summary = childrenOf(contentMeta, "description").find((description) => /summary|abstract|teaser/iu.test(attributeOf(description, "role") ?? "summary"));
  const edNotes = childrenOf(itemMeta, "edNote").map(lineOf).filter((text) => text !== undefined);
  const signals = childrenOf(itemMeta, "signal").map(bareCode);
  const status = codeOf(childOf(itemMeta, "pubStatus"));
  const corrects = signals.some((signal) => /^correct/u.test(signal));
  const withdrawn = /cancel/u.test(status ?? "");
  const by = childrenOf(contentMeta, "by").map(lineOf).filter((text) => text !== undefined);
  const provider = labelOf(childOf(contentMeta, "infoSource"), language, concepts) ?? labelOf(childOf(itemMeta, "provider"), language, concepts);
  return {
    headline: main?.text ?? lineOf(childOf(itemMeta, "title")),
    dek: subheads.length > 0 ? subheads.join(" / ") : lineOf(summary),
    byline: by.length > 0 ? by : names(contentMeta, "creator"),
    contributors: names(contentMeta, "contributor"),
    dateline: lineOf(childOf(contentMeta, "dateline")),
    located: names(contentMeta, "located")[0],
    dates: [childOf(itemMeta, "firstCreated"), childOf(contentMeta, "contentCreated"), childOf(itemMeta, "versionCreated")].map(lineOf),
    updated: lineOf(childOf(itemMeta, "versionCreated")),
    subjects: subjectsOf(item, contentMeta, language, concepts),
    genre: labelOf(childOf(contentMeta, "genre"), language, concepts),
    section: undefined,
    series: undefined,
    print: undefined,
    source: provider === undefined ? undefined : { name: provider, id: attributeOf(item, "guid") },
    rights: {
      holder: labelOf(childOf(rights, "copyrightHolder"), language, concepts),
      statement: [...childrenOf(rights, "copyrightNotice"), ...childrenOf(rights, "usageTerms")].map(lineOf).filter((text) => text !== undefined).join(" ") || undefined,
    },
    language,
    status,
    embargo: lineOf(childOf(itemMeta, "embargoed")),
    reason: withdrawn ? edNotes.join(" ") : undefined,
    corrections: corrects ? [edNotes.join(" ") || "The source marks this version as a correction."] : [],
    extra: {
      urgency: lineOf(childOf(contentMeta, "urgency")),
      slug: lineOf(childOf(contentMeta, "slugline")),
      summary: subheads.length > 0 ? lineOf(summary) : undefined,
      creditline: lineOf(childOf(contentMeta, "creditline")),
      "editor's note": withdrawn || corrects ? undefined : edNotes,
      signals,
      "codes without a name": childrenOf(contentMeta, "subject").filter((subject) => nameOfProperty(subject, language, concepts) === undefined).map(codeOf).filter((code) => code !== undefined),
    },
    notes,
  };
}

function isSubordinate(role: string): boolean {
  return /sub|deck|dek|second|kicker|over|short/u.test(role);
}

function subjectsOf(item: XmlElement, contentMeta: XmlElement | undefined, language: string | undefined, concepts: ConceptNames): readonly NamedSubject[] {
  const subjects = childrenOf(contentMeta, "subject").flatMap((subject): readonly NamedSubject[] => {
    const name = nameOfProperty(subject, language, concepts);
    return name === undefined ? [] : [{ kind: kindOf(subject), name, ids: idsOfProperty(subject, item) }];
  });
  const keywords = childrenOf(contentMeta, "keyword").map(lineOf).filter((text) => text !== undefined);
  return [...subjects, ...keywords.map((name) => ({ kind: "topics", name, ids: [] }) as const)];
}

// IPTC, concept nature: person, organisation, geoArea, poi (point of interest), event, object, abstract.
function kindOf(subject: XmlElement): NamedSubject["kind"] {
  const type = (attributeOf(subject, "type") ?? attributeOf(subject, "typeuri") ?? "").replace(/^.*[:/]/u, "").toLowerCase();
  if (type === "person") return "people";
  if (/^organi[sz]ation$/u.test(type)) return "organizations";
  return ["geoarea", "poi", "place"].includes(type) ? "places" : "topics";
}
