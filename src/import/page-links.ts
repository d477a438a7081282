import { posix } from "node:path";
import { keepLink } from "./html-links.ts";
import { mirrored, pageKey } from "./page-place.ts";

/**
 * Gives the links of a page: one to another page that is imported leads to its new address, by its place in the mirror or
 * by its address on the site; any other is completed to the full address it had. `addresses` are the new ones by `pageKey`.
 */
export function pageLinks(file: string, page: string | undefined, addresses: ReadonlyMap<string, string>): (href: string) => string | undefined {
  return (href) => {
    const target = href.trim();
    if (/^[a-z][a-z0-9+.-]*:/iu.test(target) && !/^https?:/iu.test(target)) return keepLink(target);
    const relative = !/^(?:https?:)?\/\//iu.test(target);
    const beside = relative && !target.startsWith("/") ? mirrored(posix.join(posix.dirname(file), decoded(target.replace(/[?#].*$/su, "")))) : undefined;
    const full = page !== undefined && URL.canParse(target, page) ? new URL(target, page).href : target;
    const sameSite = relative || (page !== undefined && URL.canParse(full) && hostOf(full) === hostOf(page));
    const found = [beside, sameSite ? full : undefined].map((address) => (address === undefined ? undefined : addresses.get(pageKey(address) ?? ""))).find((address) => address !== undefined);
    return found ?? keepLink(full);
  };
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./u, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
