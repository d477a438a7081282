import path from "node:path/posix";

/**
 * Where an article's `src` points inside the content folder: ("1987/03/funaro.md", "funaro.jpg") -> "1987/03/funaro.jpg".
 * A path that leaves the folder keeps its leading "../", which no reader of files accepts.
 */
export function imagePath(file: string, src: string): string {
  if (isRemote(src)) return src;
  return src.startsWith("/") ? path.normalize(src.slice(1)) : path.normalize(path.join(path.dirname(file), src));
}

/** True for "http://...", "data:...", "//host/...": anything that is not a path of this folder. */
export function isRemote(src: string): boolean {
  return hasScheme.test(src) || src.startsWith("//");
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/iu;
