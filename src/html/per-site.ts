import type { Site } from "../model/site.ts";
import type { Html } from "./html.ts";
import { repeatable } from "./printed.ts";

/** Makes markup once for a site, for parts that are the same on every page: perSite(footer)(site). */
export function perSite(make: (site: Site) => Html): (site: Site) => Html {
  const made = new WeakMap<Site, () => Html>();
  return (site) => {
    const print = made.get(site) ?? repeatable(() => make(site));
    made.set(site, print);
    return print();
  };
}
