import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { pictureExtensions } from "../content/picture-trouble.ts";
import { ImportError } from "./import-error.ts";
import { pathOfReference, readPictureName, uneditedName } from "./picture-names.ts";

/** The pictures that are at hand. Nothing is ever fetched from anywhere else. */
export interface Media {
  /** Looks for the file that an address or a path of a source names. */
  readonly find: (reference: string) => FoundPicture;
}

export type FoundPicture =
  | {
      readonly path: string;
      /** Its name in its folder. */
      readonly name: string;
      /** True where it is not the file that the source names, but another size of it or one with other capitals. */
      readonly variant: boolean;
    }
  /** Why there is none. */
  | { readonly missing: string };

/**
 * Opens folders of pictures: WordPress's `uploads`, the folder of a site's mirror. They are listed when the first picture
 * is looked for; hidden files are left out and links are not followed.
 * Throws ImportError where a folder is missing.
 */
export function openMedia(folders: readonly string[]): Media {
  const missing = folders.find((folder) => !existsSync(folder) || !statSync(folder).isDirectory());
  if (missing !== undefined) throw new ImportError(`${missing} is not a folder; --media takes a folder of pictures`);
  let families: ReadonlyMap<string, readonly MediaFile[]> | undefined;

  const find = (reference: string): FoundPicture => {
    const wanted = pathOfReference(reference);
    if (wanted === undefined) return { missing: "its address names no file" };
    if (folders.length === 0) return { missing: "no folder of pictures was given" };
    families ??= familiesOf(folders);
    const name = posix.basename(wanted);
    for (const spelling of [name, uneditedName(name)]) {
      const candidates = spelling === undefined ? [] : (families.get(readPictureName(spelling).family) ?? []);
      const best = choose(candidates, wanted);
      if (best === undefined) continue;
      if ("missing" in best) return best;
      return { path: best.path, name: posix.basename(best.name), variant: posix.basename(best.name) !== name };
    }
    return { missing: "no file has its name" };
  };
  return { find };
}

interface MediaFile {
  readonly path: string;
  /** Path inside its folder. */
  readonly name: string;
  readonly rank: number;
}

function familiesOf(folders: readonly string[]): ReadonlyMap<string, readonly MediaFile[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pictureExtensions.has(posix.extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, name: relative(folder, path).replaceAll(sep, "/") }))
      .filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const named = files.map((file) => ({ ...file, ...readPictureName(posix.basename(file.name)) }));
  return Map.groupBy(named, ({ family }) => family);
}

// First the folder, then the size: of "2019/03/pier-300x200.jpg" a "2019/03/pier.jpg" is the original, "2018/11/pier.jpg"
// another picture.
function choose(candidates: readonly MediaFile[], wanted: string): MediaFile | { readonly missing: string } | undefined {
  const possible = candidates.filter(({ name }) => !isOtherMonth(name, wanted));
  const shared = Math.max(0, ...possible.map(({ name }) => sharedFolders(name, wanted)));
  const near = possible.filter(({ name }) => sharedFolders(name, wanted) === shared);
  const largest = Math.max(0, ...near.map(({ rank }) => rank));
  const [best, ...others] = near.filter(({ rank }) => rank === largest);
  if (best === undefined) return undefined;
  const bytes = others.length === 0 ? undefined : readFileSync(best.path);
  if (bytes && others.some(({ path }) => !readFileSync(path).equals(bytes))) return { missing: `several files have its name (${[best, ...others].map(({ name }) => name).join(", ")})` };
  return best;
}

function foldersOf(path: string): readonly string[] {
  return posix.dirname(path).toLowerCase().split("/").filter((part) => part !== ".").reverse();
}

function sharedFolders(one: string, other: string): number {
  const [mine, theirs] = [foldersOf(one), foldersOf(other)];
  const differs = mine.findIndex((part, at) => part !== theirs[at]);
  return differs === -1 ? mine.length : differs;
}

// Cameras give the same names again and again; folders by month keep them apart.
function isOtherMonth(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((path) => /(?:^|\/)(?<month>(?:19|20)\d{2}(?:\/(?:0[1-9]|1[0-2]))?)\//u.exec(path)?.groups?.["month"]);
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}
