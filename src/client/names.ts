import { listOf, textsOf } from "./lists.ts";
import type { Downloads } from "./downloads.ts";
import { foldText, foldWord } from "./fold.ts";
import type { Manifest } from "./manifest.ts";
import { likeliest, skeletonOf } from "./spelling.ts";

/** A name that has a page of its own. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  readonly href: string;
  /** Number of its articles. */
  readonly count: number;
}

export const nameKinds = ["people", "places", "organizations", "topics"] as const;
export type NameKind = (typeof nameKinds)[number];

/** The names of an archive. Only small parts of the list are ever downloaded, however many names there are. */
export interface Names {
  /** Names that a reader may be about to type, most frequent first: "gor" -> Mikhail Gorbachev. */
  complete(text: string): Promise<readonly Name[]>;
  /** Names that a query is, in any of their spellings: "sergei lavrov" -> Sergey Lavrov. */
  known(text: string): Promise<readonly Name[]>;
  /** A word of a name that may have been meant: "volker" -> Volcker; with the number of articles that name it. */
  meant(word: string): Promise<{ readonly text: string; readonly count: number } | undefined>;
}

/** Takes the downloads of the index, what its manifest says, and the site's base path. */
export function openNames(downloads: Downloads, { names, spellings }: Pick<Manifest, "names" | "spellings">, base: string): Names {
  // A list is [[beginning, file], ...]: the part with the longest beginning of a key.
  async function entriesFor(list: string, key: string): Promise<readonly (readonly unknown[])[]> {
    const parts = new Map(listOf((await downloads.packed(`names/${list}`)).texts).map(textsOf).map(([beginning = "", file = ""]) => [beginning, file]));
    for (let length = key.length; length >= 0; length--) {
      const file = parts.get(key.slice(0, length));
      if (file !== undefined) return listOf((await downloads.packed(`names/${file}`)).texts).map(listOf);
    }
    return [];
  }

  async function find(text: string, fits: (spelling: string, wanted: string) => boolean): Promise<readonly Name[]> {
    const wanted = foldText(text);
    const longest = wanted.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? "";
    if (longest === "") return [];
    const entries = await entriesFor(names, longest);
    return entries.filter(([, , name, , ...variants]) => [name, ...variants].some((spelling) => fits(foldText(String(spelling)), wanted))).map((entry) => nameOf(entry, base));
  }

  return {
    complete: async (text) => (await find(text, beginsSo)).slice(0, mostCompletions),
    known: (text) => find(text, (spelling, wanted) => spelling === wanted),
    async meant(word) {
      const written = foldWord(word);
      const entries = await entriesFor(spellings, skeletonOf(written));
      return likeliest(written, entries.map(([text, count]) => ({ text: String(text), word: foldWord(String(text)), count: Number(count) })));
    },
  };
}

const mostCompletions = 8;

// Every typed word begins a word of the name: "mik gor", and "gorb mi".
function beginsSo(spelling: string, wanted: string): boolean {
  const words = spelling.split(" ");
  return wanted.split(" ").every((start) => words.some((word) => word.startsWith(start)));
}

// [kind, id, name, number of articles, ...variants]
function nameOf([kind, id, name, count]: readonly unknown[], base: string): Name {
  const known = nameKinds[Number(kind)] ?? "topics";
  return { kind: known, name: String(name), href: `${base}${known}/${String(id)}/`, count: Number(count) };
}
