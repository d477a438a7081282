import type { Site } from "../model/site.ts";
import { repeatable } from "./printed.ts";

/** Makes something once for a site, for parts that are the same on every page: perSite(footer)(site). */
export function perSite<T>(make: (site: Site) => T): (site: Site) => T {
  const made = new WeakMap<Site, () => T>();
  return (site) => {
    const print = made.get(site) ?? repeatable(() => make(site));
    made.set(site, print);
    return print();
  };
}
