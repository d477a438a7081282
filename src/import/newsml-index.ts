import { detach } from "./detach.ts";
import type { DraftImage } from "./draft.ts";
import { readNewsmlPicture } from "./newsml-picture.ts";
import { findTexts } from "./newsml-text.ts";
import { classOf, codeOf } from "./newsml-values.ts";
import { findNewest } from "./news-versions.ts";
import type { NewestVersions, NewsVersion } from "./news-versions.ts";
import { findPart } from "./remote-part.ts";
import type { SourceFile } from "./source-files.ts";
import { readXmlRecords } from "./xml-records.ts";
import type { XmlRecord } from "./xml-records.ts";
import { attributeOf, childrenOf, descendantsOf, lineOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** What the items of an import say about each other. */
export interface NewsmlIndex {
  readonly newest: NewestVersions;
  /** Names of concepts by their codes. */
  readonly concepts: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, DraftImage>;
  /** Ids of the pictures that belong to a text, by its id, in the order of the packages. */
  readonly picturesOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of the pictures that belong to some text. */
  readonly used: ReadonlySet<string>;
  /** Ids of all items that are there. */
  readonly items: ReadonlySet<string>;
  /** Paths of files that are parts of items. */
  readonly parts: ReadonlySet<string>;
}

/** The elements that are items; a message may hold any number of them. */
export const itemNames = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"] as const;

/** Looks through all files. Of texts nothing is kept but their ids, so that the memory does not grow with them. */
export function indexNewsml(files: readonly SourceFile[], declared: string | undefined): NewsmlIndex {
  const concepts = new Map<string, string>();
  const pictures = new Map<string, DraftImage>();
  const texts = new Set<string>();
  const items = new Set<string>();
  const parts = new Set<string>();
  const versions: NewsVersion[] = [];
  const groups: (readonly string[])[] = [];
  for (const file of files) {
    for (const record of readXmlRecords(file, itemNames, declared)) {
      if (record.kind === "skipped") continue;
      const { root } = record;
      const guid = detached(attributeOf(root, "guid"));
      versions.push(newsmlVersion(record, file));
      if (guid !== undefined) items.add(guid);
      for (const concept of [...descendantsOf(root, "concept")]) addConcept(concept, concepts);
      if (root.name === "packageItem") groups.push(...groupsOf(root));
      if (root.name !== "newsItem") continue;
      for (const text of findTexts(root)) {
        const part = text.kind === "remote" ? findPart(file, text.href) : undefined;
        if (part?.path !== undefined) parts.add(part.path);
      }
      if (guid === undefined) continue;
      if (isPictureClass(classOf(root))) pictures.set(guid, readNewsmlPicture(root, concepts));
      else {
        texts.add(guid);
        const linked = childrenOf(root, "itemMeta").flatMap((meta) => childrenOf(meta, "link")).map(residOf).filter((id) => id !== undefined);
        if (linked.length > 0) groups.push([guid, ...linked]);
      }
    }
  }
  const picturesOf = picturesOfTexts(groups, texts, pictures);
  return { newest: findNewest(versions), concepts, pictures, picturesOf, used: new Set([...picturesOf.values()].flat()), items, parts };
}

export function newsmlVersion({ root, line }: XmlRecord, { name: file }: SourceFile): NewsVersion {
  const created = lineOf(childrenOf(root, "itemMeta").flatMap((meta) => childrenOf(meta, "versionCreated"))[0]) ?? "";
  return { id: attributeOf(root, "guid"), rank: [Number(attributeOf(root, "version") ?? 1), created], file, line };
}

export function isPictureClass(name: string): boolean {
  return name === "picture" || name === "graphic";
}

/** Ids and addresses of what a package lists, in its order. */
export function partsOfPackage(item: XmlElement): readonly string[] {
  return descendantsOf(item, "itemRef").map((reference) => residOf(reference) ?? attributeOf(reference, "href")).filter((id) => id !== undefined);
}

function residOf(reference: XmlElement): string | undefined {
  return detached(attributeOf(reference, "residref"));
}

// The groups of a package, and the whole of it last: what a small group says is more than what the package says.
function groupsOf(item: XmlElement): readonly (readonly string[])[] {
  const direct = descendantsOf(item, "group").map((group) => childrenOf(group, "itemRef").map(residOf).filter((id) => id !== undefined));
  return [...direct, partsOfPackage(item)];
}

function detached(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detach(text);
}

function addConcept(concept: XmlElement, concepts: Map<string, string>): void {
  const id = codeOf(childrenOf(concept, "conceptId")[0]);
  const name = lineOf(childrenOf(concept, "name")[0]);
  if (id !== undefined && name !== undefined && !concepts.has(id)) concepts.set(detach(id), detach(name));
}

// A picture belongs to a text where a group has that text and no other.
function picturesOfTexts(groups: readonly (readonly string[])[], texts: ReadonlySet<string>, pictures: ReadonlyMap<string, DraftImage>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const placed = new Set<string>();
  for (const group of groups) {
    const [text, another] = new Set(group.filter((id) => texts.has(id)));
    if (text === undefined || another !== undefined) continue;
    for (const id of group.filter((member) => pictures.has(member) && !placed.has(`${text} ${member}`))) {
      placed.add(`${text} ${id}`);
      found.set(text, (found.get(text) ?? new Set()).add(id));
    }
  }
  return new Map(Array.from(found, ([text, ids]) => [text, [...ids]]));
}
