import { keepAddress, pathOf } from "./old-address.ts";
import type { KeptAddress } from "./old-address.ts";

/**
 * Where a page's article stands: at the address that the page says it has, else at that of its file in a site's mirror
 * ("www.example.org/2019/03/pier/index.html" -> "2019/03/pier.md"). A page saved alone has none and stands by its date.
 */
export function placePage(file: string, address: string | undefined, date: string, title: string): KeptAddress {
  const name = file.split("/").findLast((part) => !/^index\.x?html?$/iu.test(part))?.replace(/\.x?html?$/iu, "") ?? title;
  return keepAddress(address ?? mirrored(file), date, title, name);
}

/** The path that a mirror's file had on its site; undefined for a file that lies in no folder. */
export function mirrored(file: string): string | undefined {
  const [first = "", ...rest] = file.split("/");
  if (rest.length === 0) return undefined;
  // wget and HTTrack name the first folder after the host. "index.html?p=12.html" says in its name what was asked for.
  const path = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+|\+\d+)?$/iu.test(first) ? rest : [first, ...rest];
  return path.some((part) => /[?@]/u.test(part)) ? undefined : `/${path.map(encodeURIComponent).join("/")}`;
}

/** What two addresses of one page share: its path without the file's name for "the folder itself", and without endings. */
export function pageKey(address: string): string | undefined {
  return pathOf(address.replace(/[?#].*$/su, ""))?.replace(/\/+$/u, "").replace(/(?:\/index)?\.x?html?$/iu, "") || undefined;
}
