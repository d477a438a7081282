import path from "node:path/posix";
import { addressOfFile } from "../content/address.ts";
import { hrefOf, type Site } from "../model/site.ts";

/** Where a link of a text leads: "funaro.md" in 1987/03/ -> "/1987/03/funaro/"; web addresses and anchors stay. */
export function bodyHref(site: Pick<Site, "base">, textFile: string, target: string): string {
  const [file = "", anchor] = target.split("#");
  const end = anchor === undefined ? "" : `#${anchor}`;
  if (target.startsWith("/") && !target.startsWith("//")) return hrefOf(site, file) + end;
  if (!file.endsWith(".md") || /^[a-z][a-z0-9+.-]*:/iu.test(target)) return target;
  return hrefOf(site, addressOfFile(path.normalize(path.join(path.dirname(textFile), file)))) + end;
}
