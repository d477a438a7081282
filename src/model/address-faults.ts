import type { Article } from "./article.ts";
import type { ArchiveFault } from "./build-archive.ts";
import type { Settings } from "./settings.ts";

/** First parts of addresses that the archive itself uses. */
const reservedRoots: ReadonlySet<string> = new Set([
  "people", "places", "organizations", "topics", "authors", "sections", "dates", "search", "about", "corrections",
  "on-this-day", "data", "assets", "images", "pagefind", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "opensearch.xml",
]);

/** Articles whose address is another page's, or cannot be an address. */
export function addressFaults(articles: readonly Article[]): readonly ArchiveFault[] {
  const taken = new Map<string, Article>();
  const faults: ArchiveFault[] = [];
  for (const article of articles) {
    const folded = foldAddress(article.address);
    const fault = faultOf(article, taken.get(folded));
    taken.set(folded, article);
    if (fault !== undefined) faults.push({ file: article.file, path: [], ...fault });
    if (article.formerUrls.length > 0) faults.push(...formerFaults(article));
  }
  return faults;
}

/** True for the addresses of the archive's own pages and what is below them: "/people/ada/", "/2019/03/". */
export function isOwnAddress(address: string): boolean {
  return reservedRoots.has(address.split("/")[1]?.toLowerCase() ?? "") || periodAddress.test(address);
}

/** Why an article cannot have an address, such as "/people/" or "/2019/03/", whatever its file's name; undefined where it can. */
export function addressTrouble(address: string): Pick<ArchiveFault, "message" | "fix"> | undefined {
  const end = address.indexOf("/", 1);
  const root = end === -1 ? address.slice(1) : address.slice(1, end);
  if (reservedRoots.has(root.toLowerCase())) return { message: `the address ${address} belongs to the archive's own pages`, fix: `move the file out of the folder "${root}"` };
  if (periodAddress.test(address)) return { message: `the address ${address} is that of a year, month or day`, fix: "give the file a name in words" };
  const sign = isPlain(address) ? undefined : unsafeSign.exec(address)?.[0];
  if (sign !== undefined) return { message: `the file's name holds ${JSON.stringify(sign)}, which breaks addresses`, fix: "name files with letters, digits and hyphens" };
  if (/\/index\.html?\//iu.test(address)) return { message: `the address ${address} would be a folder with the name of a page`, fix: "rename the file" };
  return undefined;
}

function faultOf({ address, file }: Article, other: Article | undefined): Pick<ArchiveFault, "message" | "fix"> | undefined {
  const trouble = addressTrouble(address);
  if (trouble !== undefined) return trouble;
  if (other === undefined) return undefined;
  return { message: `the address ${address} is also that of ${other.file} (upper and lower case and Unicode forms do not count)`, fix: `rename ${file} or ${other.file}` };
}

/** Why no redirect can stand at a former address; undefined where one can. */
export function formerTrouble(former: string): Pick<ArchiveFault, "message" | "fix"> | undefined {
  // A host hands the same file out for every query, and no file at all for "..".
  if (/[?#]/u.test(former)) return { message: `formerUrls: "${former}" has a query or an anchor, which a static host does not see`, fix: "configure this redirect at the host, and take it out here" };
  if (/(?:^|\/)\.{1,2}(?:\/|$)|\/\/|[\\<>"|*:\p{Cc}]/u.test(former)) return { message: `formerUrls: "${former}" is not a path that a file can have`, fix: "write the path as it stood in the old address" };
  return undefined;
}

function formerFaults({ file, formerUrls }: Article): readonly ArchiveFault[] {
  return formerUrls.flatMap((former, i): readonly ArchiveFault[] => {
    const trouble = formerTrouble(former);
    return trouble === undefined ? [] : [{ file, path: ["formerUrls", i], ...trouble }];
  });
}

/** Former addresses in archive.yaml at which no redirect can stand. */
export function settingsFaults({ formerUrls }: Pick<Settings, "formerUrls">): readonly ArchiveFault[] {
  return [...formerUrls.keys()].flatMap((former): readonly ArchiveFault[] => {
    const trouble = formerTrouble(former);
    return trouble === undefined ? [] : [{ file: "archive.yaml", path: ["formerUrls", former], ...trouble }];
  });
}

const periodAddress = /^\/\d{4}(?:\/\d{2}){0,2}\/$/u;

// Signs that end a path, start an escape, or that some host or file system refuses; control and format characters (a text
// direction override among them), lone dots, blanks at either end of a name.
const unsafeSign = /[#?%\\<>"|*:\p{Cc}\p{Cs}\p{Cf}]|(?<=\/)\.+(?=\/)|(?<=\/)\s|\s(?=\/)/u;

// Small letters, digits and hyphens: nearly all addresses, and nothing can be wrong with their signs.
function isPlain(address: string): boolean {
  return /^(?:\/[a-z0-9-]+)*\/$/.test(address);
}

/** Two addresses that differ only by case or Unicode form are one file on some hosts. */
export function foldAddress(address: string): string {
  if (isPlain(address)) return address;
  return address.normalize("NFC").toLowerCase().normalize("NFC");
}
