import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { recognizeCharset } from "./charset.ts";
import { decode } from "./decode.ts";
import type { SourceFile } from "./source-files.ts";

/** Where a part lies that an item names, or why it is not read. */
export type RemotePart = { readonly path: string; readonly missing?: never } | { readonly path?: never; readonly missing: string };

/**
 * Finds the file of a part: beside the item's file or below it, never outside of the folder that is imported, and nothing is
 * ever fetched.
 */
export function findPart(file: SourceFile, href: string): RemotePart {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href)) return { missing: `${href} is elsewhere, and nothing is downloaded` };
  const root = resolve(file.path.slice(0, file.path.length - file.name.length) || ".");
  const path = resolve(dirname(file.path), decodeHref(href));
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return { missing: `${href} leads out of the folder that is imported` };
  if (!existsSync(path)) return { missing: `${href} is not there` };
  if (!lstatSync(path).isFile() || !realpathSync(path).startsWith(realpathSync(root))) return { missing: `${href} is not a file of the folder that is imported` };
  if (lstatSync(path).size > largestPart) return { missing: `${href} is larger than any article` };
  return { path };
}

/** Reads such a file as text; why not, where it is none. */
export function readPart(path: string): { readonly text: string; readonly missing?: never } | { readonly missing: string } {
  const bytes = readFileSync(path);
  const encoding = /^<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[\w.:-]+)["']|<meta\s[^>]*?charset\s*=\s*["']?(?<charset>[\w.:-]+)/iu.exec(bytes.toString("latin1", 0, 1024))?.groups;
  const { charset, fault } = recognizeCharset(bytes, encoding?.["name"] ?? encoding?.["charset"]);
  return fault ? { missing: `${fault.reason} (${fault.detail})` } : { text: decode(bytes, charset) };
}

const largestPart = 33_554_432;

function decodeHref(href: string): string {
  try {
    return decodeURIComponent(href.replace(/[?#].*$/u, ""));
  } catch {
    return href;
  }
}
