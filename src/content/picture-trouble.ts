import path from "node:path/posix";
import { isRemote } from "./image-path.ts";
import { nearest } from "./nearest.ts";

/** Formats of pictures that are read; SVG can carry scripts and is refused. */
export const pictureExtensions: ReadonlySet<string> = new Set([".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff"]);

/** What is wrong with the place of a picture file (a path inside the content folder), or undefined. */
export function pictureTrouble(src: string, files: ReadonlySet<string>): { readonly message: string; readonly fix: string } | undefined {
  if (isRemote(src)) return { message: `the picture "${src}" is on another host`, fix: "save the file beside the article and write its name" };
  if (src === ".." || src.startsWith("../")) return { message: `the picture "${src}" is outside the content folder`, fix: "copy the file beside the article and write its name" };
  const extension = path.extname(src).toLowerCase();
  if (extension === ".svg") return { message: `the picture "${src}" is SVG, which can carry scripts`, fix: "save it as PNG" };
  if (!pictureExtensions.has(extension)) return { message: `"${src}" is not a picture`, fix: `use one of ${[...pictureExtensions].join(", ")}` };
  if (!files.has(src)) return { message: `there is no file ${src}`, fix: missingFix(src, files) };
  return undefined;
}

// Names that look alike are the commonest slip: Bridge.JPG for bridge.jpg, and names of accented letters unpacked on another system.
function missingFix(src: string, files: ReadonlySet<string>): string {
  const alike = [...files].find((file) => foldPath(file) === foldPath(src)) ?? nearest(src, [...files].filter((file) => pictureExtensions.has(path.extname(file).toLowerCase())));
  if (alike === undefined) return "check the name, or leave src out: the caption is then published as “image not held”";
  if (alike.normalize("NFC") === src.normalize("NFC")) return "rename the file: its accented letters are written in another Unicode form than here";
  return foldPath(alike) === foldPath(src) ? `upper and lower case count: the file is ${alike}` : `did you mean ${alike}?`;
}

function foldPath(file: string): string {
  return file.normalize("NFC").toLowerCase();
}
