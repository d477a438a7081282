import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { extname, basename, join, posix } from "node:path";
import { slugOf } from "../model/slug.ts";
import type { DraftImage } from "./draft.ts";

/** A picture's file and where it goes. */
export interface PictureCopy {
  readonly from: string;
  /** Path inside the content folder. */
  readonly to: string;
}

export interface PicturePlacer {
  /** Gives the images of an article's folder their `src`, and the files to copy for it. */
  readonly place: (images: readonly DraftImage[], folder: string) => { readonly images: readonly DraftImage[]; readonly copies: readonly PictureCopy[] };
  /** Copies a file by way of `waiting`, so that a picture that is there is whole. */
  readonly copy: (copy: PictureCopy, waiting: string) => void;
}

/**
 * Chooses names for the pictures that lie beside articles. One file serves all articles of a folder that show it; where
 * another picture has the name, a number is added ("pier-2.jpg"), and nothing that exists is changed.
 */
export function openPictures(root: string): PicturePlacer {
  /** What stands or will stand at a path, folded, and where its bytes are. */
  const claimed = new Map<string, string>();

  const nameFor = (file: string, folder: string): { readonly name: string; readonly fresh: boolean } => {
    const extension = extname(file).toLowerCase();
    const stem = slugOf(basename(file, extname(file))) || "picture";
    for (let number = 1; ; number++) {
      const name = `${stem}${number === 1 ? "" : `-${String(number)}`}${extension}`;
      const path = posix.join(folder, name);
      const there = claimed.get(path.toLowerCase()) ?? (existsSync(join(root, path)) ? join(root, path) : undefined);
      if (there === undefined || there === file || isSame(there, file)) {
        claimed.set(path.toLowerCase(), there ?? file);
        return { name, fresh: there === undefined };
      }
    }
  };

  const place: PicturePlacer["place"] = (images, folder) => {
    const copies: PictureCopy[] = [];
    const placed = images.map((image) => {
      if (image.file === undefined) return image;
      const { name, fresh } = nameFor(image.file, folder);
      if (fresh) copies.push({ from: image.file, to: posix.join(folder, name) });
      return { ...image, src: name };
    });
    return { images: placed, copies };
  };

  const copy: PicturePlacer["copy"] = ({ from, to }, waiting) => {
    copyFileSync(from, waiting);
    renameSync(waiting, join(root, to));
  };
  return { place, copy };
}

function isSame(one: string, other: string): boolean {
  return statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other));
}
