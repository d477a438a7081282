import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileMark } from "../content/file-mark.ts";
import type { Picture, PictureFile } from "../model/page.ts";
import { hrefOf, type Site } from "../model/site.ts";
import { makePicture, pictureKey, sharpOptions, type MadePicture } from "./picture-cache.ts";

/** Pictures worked on at once; more only holds more of them in memory (sharp itself uses every core). */
const concurrency = 2;

export interface PreparedPictures {
  readonly index: ReadonlyMap<string, Picture["formats"]>;
  /** Where each file lies, and its path below the site's folder. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
  /** What the next build need not read again. */
  readonly memory: PictureMemory;
  /** Files that are no picture, with the reason. */
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** The keys of pictures, and the marks of the files when they were read: see `pictureKey` and `fileMark`. */
export type PictureMemory = ReadonlyMap<string, { readonly mark: string | undefined; readonly key: string }>;

/**
 * Makes every picture in several widths, as WebP with a JPEG or PNG fallback. Paths are inside the content folder. The files
 * are kept in the cache between builds; a picture that is as the last build knew it is not even read.
 */
export async function preparePictures(content: string, files: readonly string[], site: Pick<Site, "base">, known: PictureMemory = new Map()): Promise<PreparedPictures> {
  const index = new Map<string, Picture["formats"]>();
  const outputs: { from: string; to: string }[] = [];
  const broken: { file: string; reason: string }[] = [];
  const memory = new Map<string, { mark: string | undefined; key: string }>();
  for (let i = 0; i < files.length; i += concurrency) {
    const batch = files.slice(i, i + concurrency);
    const results = await Promise.allSettled(
      batch.map(async (file) => {
        const mark = fileMark(content, file);
        const last = known.get(file);
        const key = last?.mark !== undefined && last.mark === mark ? last.key : pictureKey(content, file);
        memory.set(file, { mark, key });
        return makePicture(content, file, key);
      }),
    );
    results.forEach((result, j) => {
      const file = batch[j] ?? "";
      if (result.status === "rejected") {
        broken.push({ file, reason: result.reason instanceof Error ? result.reason.message : String(result.reason) });
        return;
      }
      index.set(file, result.value.formats.map(({ type, files: sizes }) => ({ type, files: sizes.map((made) => pictureFile(site, file, made)) })));
      outputs.push(...outputsOf(file, result.value));
    });
  }
  return { index, files: outputs, broken, memory };
}

/** Files that cannot be read as pictures to their last row, without making anything of them. */
export async function findBrokenPictures(content: string, files: readonly string[]): Promise<PreparedPictures["broken"]> {
  if (files.length === 0) return [];
  const { default: sharp } = await import("sharp");
  const broken: { file: string; reason: string }[] = [];
  for (const file of files) {
    try {
      await sharp(path.join(content, file), sharpOptions).resize(16).toBuffer();
    } catch (error) {
      broken.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return broken;
}

/** Copies prepared pictures below a site's folder. */
export function writePictures({ files }: Pick<PreparedPictures, "files">, output: string): void {
  for (const { from, to } of files) {
    const target = path.join(output, to);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
}

function outputsOf(file: string, { folder, formats }: MadePicture): PreparedPictures["files"] {
  return formats.flatMap(({ files }) => files.map(({ name }) => ({ from: path.join(folder, name), to: publishedPath(file, name) })));
}

// "1969/07/landing.jpg" -> "images/1969/07/landing-x1y2z3-480.webp"
function publishedPath(file: string, name: string): string {
  return path.posix.join("images", path.posix.dirname(file), name);
}

function pictureFile(site: Pick<Site, "base">, file: string, { name, width, height }: MadePicture["formats"][number]["files"][number]): PictureFile {
  return { href: hrefOf(site, `/${publishedPath(file, name)}`), width, height };
}
