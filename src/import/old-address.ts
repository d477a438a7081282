import { posix } from "node:path";
import { addressTrouble, formerTrouble, isOwnAddress } from "../model/address-faults.ts";
import { nameFromTitle, suggestPath } from "./draft.ts";
import type { Note } from "./draft.ts";

/** Where an article stands so that its old address goes on working. */
export interface KeptAddress {
  /** Path of its file, "2019/03/pier.md". */
  readonly path: string;
  /** Its old address, where the file's place is another one. */
  readonly formerUrls: readonly string[];
  /** True where the path is that of the old address, and another path would break it. */
  readonly kept: boolean;
  readonly notes: readonly Note[];
}

/**
 * Gives an article the file whose place is its old address: "https://example.org/2019/03/pier/" -> "2019/03/pier.md". Of
 * "/2019/03/pier.html" the ending goes, and the old address becomes a redirect. Where an archive cannot have the address (a
 * query such as "?p=12", one of its own pages such as "/about/"), the article stands by its date and name.
 */
export function keepAddress(old: string | undefined, date: string, title: string, name: string): KeptAddress {
  const otherwise = suggestPath(date, nameFromTitle(name, title));
  const former = old === undefined ? undefined : pathOf(old);
  if (former === undefined || former === "/") return { path: otherwise, formerUrls: [], kept: false, notes: former === undefined && old !== undefined && old !== "" ? [lost(old, "it is no path of a page")] : [] };
  const address = `${former.replace(/\/+$/u, "").replace(/(?:\/index)?\.(?:html?|php|aspx?)$/iu, "")}/`;
  const trouble = address === "/" ? "it is the front page's" : (addressTrouble(address)?.message ?? nameTrouble(address));
  if (trouble === undefined) {
    // "/2019/03/pier" and "/2019/03/pier/" are one file to a host.
    const same = `${former.replace(/\/+$/u, "")}/` === address;
    return { path: `${address.slice(1, -1)}.md`, formerUrls: same ? [] : [former], kept: true, notes: [] };
  }
  // A redirect may stand where no article can, but not in place of the archive's own pages.
  if (address === "/" || isOwnAddress(address) || formerTrouble(former) !== undefined) return { path: otherwise, formerUrls: [], kept: false, notes: [lost(former, trouble)] };
  return { path: otherwise, formerUrls: [former], kept: false, notes: [] };
}

/** The path of an address, decoded; undefined where it is none, or says in its query which page is meant. */
export function pathOf(address: string): string | undefined {
  if (!URL.canParse(address, "https://site.invalid/")) return undefined;
  const { protocol, pathname, search } = new URL(address, "https://site.invalid/");
  if (!/^https?:$/u.test(protocol) || search !== "") return undefined;
  try {
    return posix.normalize(decodeURIComponent(pathname).normalize("NFC"));
  } catch {
    return undefined;
  }
}

function lost(address: string, why: string): Note {
  return { level: "warning", kind: "old addresses that cannot be kept", text: `did not keep the old address ${address}: ${why}` };
}

// A name that is no content here ("_x", ".x"), one that disks refuse, or an encoded separator.
function nameTrouble(address: string): string | undefined {
  const part = address.slice(1, -1).split("/").find((name) => /^[_.]|[\s.]$|[\\\0]/u.test(name) || name === "" || Buffer.byteLength(name) > longestName);
  return part === undefined ? undefined : `a file cannot be called "${part}"`;
}

/** Most file systems allow 255 bytes, ".md" and a number among them. */
const longestName = 240;
