import { fingerprintOf } from "../content/fingerprint.ts";
import type { ImportedRecord } from "./draft.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { collapse } from "./html-text.ts";
import { findPageBody, linkShare } from "./page-body.ts";
import type { PageBody } from "./page-body.ts";
import { draftOfPage } from "./page-draft.ts";
import { placeOf, readPage, shortestArticle, skipped } from "./page-file.ts";
import type { Page } from "./page-file.ts";
import type { PageMetadata } from "./page-metadata.ts";
import { pageLinks } from "./page-links.ts";
import { mirrored, pageKey } from "./page-place.ts";
import type { SourceFile } from "./source-files.ts";

/** Opens saved pages, one by one or a site's mirror, after a first look at where each article will stand. */
export function openPages(files: readonly SourceFile[], declared: string | undefined): (file: SourceFile) => Iterable<ImportedRecord> {
  const places = files.map((file) => guarded(() => placesOf(file, declared), () => undefined)).filter((place) => place !== undefined);
  // Some sites call every page "website"; one that calls its articles so means it.
  const tellsArticles = places.some(({ kind }) => kind === "article");
  const addresses = new Map(places.filter(({ kind }) => kind !== "site" || !tellsArticles).flatMap(({ keys, address }) => keys.map((key) => [key, address] as const)));
  /** Files by address and text: a mirror has some pages twice. */
  const seen = new Map<string, string>();
  return (file) => [guarded(() => readArticle(file, declared, { addresses, tellsArticles }, seen), (reason) => skipped(file.name, "cannot be read as a page", true, reason))];
}

// A reader of HTML must read anything, and what makes it stumble must not end the import.
function guarded<Value>(read: () => Value, otherwise: (reason: string) => Value): Value {
  try {
    return read();
  } catch (error) {
    return otherwise(error instanceof Error ? error.message : String(error));
  }
}

// New addresses by the ones that links may have.
function placesOf(file: SourceFile, declared: string | undefined): { readonly kind: PageMetadata["kind"]; readonly keys: readonly string[]; readonly address: string } | undefined {
  const page = readPage(file, declared);
  if ("kind" in page || page.metadata.kind === "list" || (page.metadata.kind !== "article" && bodyOf(page) === undefined)) return undefined;
  const address = `/${placeOf(page).path.slice(0, -".md".length)}/`;
  const keys = [page.metadata.address, mirrored(file.name)].map((old) => (old === undefined ? undefined : pageKey(old)));
  return { kind: page.metadata.kind, keys: keys.filter((key) => key !== undefined), address };
}

function readArticle(source: SourceFile, declared: string | undefined, { addresses, tellsArticles }: { readonly addresses: ReadonlyMap<string, string>; readonly tellsArticles: boolean }, seen: Map<string, string>): ImportedRecord {
  const page = readPage(source, declared);
  if ("kind" in page) return page;
  const { file, metadata } = page;
  if (metadata.kind === "list") return skipped(file, "is a list of articles", false);
  if (metadata.kind === "site" && tellsArticles) return skipped(file, "is no article by its own words (og:type)", false);
  const body = bodyOf(page);
  if (body === undefined) return skipped(file, "has no article that could be found", metadata.kind === "article");
  const content = htmlToMarkdown(body.root, { link: pageLinks(file, metadata.address, addresses) });
  if (content.markdown === "") return skipped(file, "has no article that could be found", metadata.kind === "article");
  const place = placeOf(page);
  if (!place.kept) return draftOfPage(page, body, content, place);
  const key = `${place.path}\n${fingerprintOf(content.markdown)}`;
  const twin = seen.get(key);
  if (twin !== undefined) return skipped(file, "is another copy of a page", false, `has the address and the text of ${twin}`);
  const other = seen.get(place.path);
  seen.set(key, file);
  seen.set(place.path, other ?? file);
  const draft = draftOfPage(page, body, content, place);
  // A page that names another one's address as its own must not be lost for that.
  return other === undefined ? draft : { ...draft, ifTaken: "number", notes: [...draft.notes, { level: "warning", kind: "pages that have one address", text: `names the address of ${other} as its own, and has another text` }] };
}

// Where the page does not say that it is an article, its text must look like one.
function bodyOf({ document, title, metadata }: Page): PageBody | undefined {
  const body = findPageBody(document, title.value);
  if (body === undefined || metadata.kind === "article") return body;
  return collapse(body.root.textContent ?? "").length < shortestArticle || linkShare(body.root) > mostLinks ? undefined : body;
}

/** Nine tenths of a front page's text is in links, of an article's rarely a third. */
const mostLinks = 0.6;
