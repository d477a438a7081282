import path from "node:path/posix";
import { isRemote } from "./image-path.ts";

/** Formats of pictures that are read; SVG can carry scripts and is refused. */
export const pictureExtensions: ReadonlySet<string> = new Set([".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff"]);

/** What is wrong with the place of a picture file (a path inside the content folder), or undefined. */
export function pictureTrouble(src: string, files: ReadonlySet<string>): { readonly message: string; readonly fix: string } | undefined {
  if (isRemote(src)) return { message: `the picture "${src}" is on another host`, fix: "save the file beside the article and write its name" };
  if (src === ".." || src.startsWith("../")) return { message: `the picture "${src}" is outside the content folder`, fix: "copy the file beside the article and write its name" };
  const extension = path.extname(src).toLowerCase();
  if (extension === ".svg") return { message: `the picture "${src}" is SVG, which can carry scripts`, fix: "save it as PNG" };
  if (!pictureExtensions.has(extension)) return { message: `"${src}" is not a picture`, fix: `use one of ${[...pictureExtensions].join(", ")}` };
  if (!files.has(src)) return { message: `there is no file ${src}`, fix: "check the name (upper and lower case count), or leave src out: the caption is then published as “image not held”" };
  return undefined;
}
