import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What an invented article says beside its number. */
export interface InventedArticle {
  readonly title?: string;
  readonly date?: string;
  readonly text?: string;
  /** Further lines of front matter. */
  readonly matter?: string;
}

/** Files of a content folder by their paths. */
export type ContentFiles = Record<string, string | Buffer>;

const people = ["Maja Lindqvist", "Otto Ahl", "Elsa Nyman", "Karl Ek"] as const;
const places = ["Norrby", "East Coast", "Westerholm"] as const;
const sections = ["Town", "Politics", "Culture"] as const;

/** The records and settings that invented articles name. */
export const recordFiles: Readonly<ContentFiles> = {
  "archive.yaml": "title: The Norrby Post\ntagline: News from a town by the sea\nsiteUrl: https://post.example.org\n",
  "people.yaml": "maja-lindqvist:\n  name: Maja Lindqvist\n  variants: []\notto-ahl:\n  name: Otto Ahl\n  variants: []\n",
  "places.yaml": "norland: { name: Norland, kind: country, parents: [] }\neast-coast: { name: East Coast, parents: [norland] }\nnorrby: { name: Norrby, parents: [] }\n",
};

/** An archive of articles, one every five days from 1 January 1987 on, with its records. */
export function inventedArchive(articles: number): ContentFiles {
  const files: ContentFiles = { ...recordFiles };
  for (let i = 0; i < articles; i++) files[fileOfNumber(i)] = inventedArticle(i);
  return files;
}

/** "1987/01/item-0.md" */
export function fileOfNumber(i: number): string {
  return `${dateOfNumber(i).slice(0, 7).replace("-", "/")}/item-${i}.md`;
}

/** The article with a number: its date, people, place and section follow from it. */
export function inventedArticle(i: number, { title = `Item ${i} of the Day`, date = dateOfNumber(i), text, matter = "" }: InventedArticle = {}): string {
  const [person, place] = [pick(people, i), pick(places, i)];
  const body = text ?? `${person} spoke in ${place} on the matter of number ${i}.\n\nNothing else was said.\n`;
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nbyline: ${pick(people, i + 1)}\nsection: ${pick(sections, i)}\npeople: [${person}]\nplaces: [${place}]\ntopics: [Harbours]\n${matter}---\n${body}`;
}

/** Writes files below a folder. */
export function writeContent(folder: string, files: Readonly<ContentFiles>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

function dateOfNumber(i: number): string {
  return new Date(Date.UTC(1987, 0, 1 + 5 * i)).toISOString().slice(0, 10);
}

function pick<T>(list: readonly [T, ...T[]], i: number): T {
  return list[i % list.length] ?? list[0];
}
