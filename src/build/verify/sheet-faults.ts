import { decoded, type PageFault } from "./page-facts.ts";

/** A style sheet of a site. */
export interface Sheet {
  /** Path below the site, "assets/style-1f3a9c.css". */
  readonly file: string;
  readonly text: string;
}

/** What a style sheet asks for, by `url()` or `@import`, that is not there or is another host's. `base` is the path the site stands at. */
export function sheetFaults({ file, text }: Sheet, files: Pick<ReadonlySet<string>, "has">, base: string): readonly PageFault[] {
  const faults: PageFault[] = [];
  for (const url of urlsIn(text)) {
    if (/^data:/iu.test(url) || url.startsWith("#")) continue;
    const { host, pathname } = new URL(url, `http://site${base}${file}`);
    if (host !== "site") faults.push({ message: `asks another host for ${url}`, fix: "put the file into the archive; a page of it asks nobody else" });
    else if (!pathname.startsWith(base) || !files.has(decoded(pathname.slice(base.length)))) faults.push({ message: `asks for ${url}, which is not there`, fix: "correct the address in src/styles/, or take it out" });
  }
  return faults;
}

// https://www.w3.org/TR/css-values-4/#urls; comments count for nothing.
function urlsIn(css: string): readonly string[] {
  const pattern = /url\(\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^"'()\s]*))\s*\)|@import\s+(?:"(?<importDouble>[^"]*)"|'(?<importSingle>[^']*)')/giu;
  return Array.from(css.replace(/\/\*[^]*?\*\//gu, "").matchAll(pattern), ({ groups = {} }) => Object.values(groups).find((url) => url !== undefined) ?? "");
}
