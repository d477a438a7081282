import { posix } from "node:path";

/** What the name of a picture's file says. */
export interface PictureName {
  /** What all sizes of one picture share, case and Unicode form folded: "pier.jpg" of "Pier-300x200.JPG". */
  readonly family: string;
  /** How much of the picture the file is likely to have: the original before WordPress's "-scaled", then pixels. */
  readonly rank: number;
}

/**
 * Reads a file's name as WordPress gives it: "pier.jpg", "pier-scaled.jpg" and "pier-rotated.jpg" (made of large originals
 * since 5.3), "pier-1024x768.jpg" (a smaller size), "pier@2x.jpg".
 */
export function readPictureName(file: string): PictureName {
  const { stem = file, extension = "" } = /^(?<stem>.+?)(?<extension>\.[^.]+)?$/su.exec(fold(file))?.groups ?? {};
  const { bare = stem, width, height, kind } = /^(?<bare>.+?)(?:-(?<width>\d{1,5})x(?<height>\d{1,5})|-(?<kind>scaled|rotated)|@\dx)$/su.exec(stem)?.groups ?? {};
  const rank = bare === stem ? original : kind !== undefined ? scaled : width === undefined ? 0 : Math.min(Number(width) * Number(height), scaled - 1);
  return { family: bare + extension.replace(/^\.(?:jpeg|jpe)$/u, ".jpg").replace(/^\.tiff$/u, ".tif"), rank };
}

const original = Number.MAX_SAFE_INTEGER;
const scaled = original - 1;

/** The name before WordPress's editor cropped the picture: "pier-e1552600000000.jpg" -> "pier.jpg"; undefined for others. */
export function uneditedName(file: string): string | undefined {
  const name = file.replace(/-e\d{9,16}(?=(?:-\d+x\d+)?\.[^.]+$)/u, "");
  return name === file ? undefined : name;
}

/**
 * The path that an address names, decoded and without what does not belong to the file: "https://example.org/wp-content/
 * uploads/2019/03/pier.jpg?w=300" -> "wp-content/uploads/2019/03/pier.jpg". Undefined where it names none. It is only
 * ever compared with the paths of files that are there, never opened.
 */
export function pathOfReference(reference: string): string | undefined {
  const bare = reference
    .replace(/^__GHOST_URL__/u, "")
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/iu, "")
    .replace(/[?#].*$/su, "")
    .replaceAll("\\", "/")
    // Ghost's smaller sizes: "/content/images/size/w600/2020/01/pier.jpg".
    .replace(/\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?(?=\/)/u, "");
  const parts = posix.normalize(decoded(bare)).split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.length === 0 || /^[a-z]+:/iu.test(reference) && !/^[a-z]+:\/\//iu.test(reference) ? undefined : parts.join("/");
}

/** A name that two files share where case and Unicode form do not count. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
