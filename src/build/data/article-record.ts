import { imagePath } from "../../content/image-path.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import type { ArticleImage, Contributor, Rights } from "../../model/article.ts";
import type { AuthorityRecord } from "../../model/authority.ts";
import { mayShareText } from "../../model/open-licence.ts";
import { getBrief, type PageContext } from "../pages/context.ts";

/**
 * An article as the JSON Lines give it: the keys of its front matter, with every name of a person or place beside the id of its
 * record, and around them where it stands. The text, as Markdown, and what its pictures show are there where its rights
 * allow it. What importers noted (`provenance`) and the owner's own keys (`extra`) are no part of the publication.
 */
export function articleRecord(context: PageContext, article: CataloguedArticle): Readonly<Record<string, unknown>> {
  const { archive } = context;
  const isShared = mayShareText(article, archive.settings);
  const { about, corrections, formerUrls } = article;
  return {
    address: article.address,
    url: urlOf(context, article),
    file: article.file,
    title: article.title,
    date: article.date.text,
    updated: article.updated?.text,
    kind: article.kind,
    byline: unlessEmpty(article.byline, writer),
    contributors: unlessEmpty(article.contributors, writer),
    dek: article.dek,
    dateline: article.dateline?.raw,
    section: article.section,
    series: article.series,
    print: article.print,
    people: unlessEmpty(about.people, named),
    places: unlessEmpty(about.places, named),
    organizations: unlessEmpty(about.organizations, named),
    topics: unlessEmpty(about.topics, named),
    language: article.language ?? archive.settings.language,
    source: article.source,
    rights: rightsOf(context, article),
    corrections: unlessEmpty(corrections, ({ date, text }) => ({ date: date.text, text })),
    formerUrls: unlessEmpty(formerUrls, (address) => address),
    images: isShared ? unlessEmpty(article.images, imageOf) : undefined,
    pictures: isShared ? picturesOf(context, article) : undefined,
    body: isShared ? article.body.markdown : undefined,
  };
}

/** The full address of an article's page. */
export function urlOf(context: PageContext, article: CataloguedArticle): string {
  return context.site.origin + getBrief(context, article).href;
}

/** The rights that hold for an article: its own, or else the archive's licence. */
export function rightsOf({ archive }: Pick<PageContext, "archive">, { rights }: CataloguedArticle): Rights | undefined {
  const { licence } = archive.settings;
  return rights ?? (licence === undefined ? undefined : { holder: undefined, licence, statement: undefined });
}

/** Addresses of an article's pictures, each in its largest size, by their place in the content folder; undefined where it has none. */
export function picturesOf({ pictures, site }: PageContext, { images, body, file }: CataloguedArticle): Readonly<Record<string, string>> | undefined {
  if (images.length === 0 && body.targets.length === 0) return undefined;
  const files = [...images.flatMap(({ src }) => src ?? []), ...body.targets.filter(({ kind }) => kind === "picture").map(({ target }) => imagePath(file, target))];
  const held = [...new Set(files)].flatMap((name) => {
    const largest = pictures.get(name)?.at(-1)?.files.at(-1);
    return largest === undefined ? [] : [[name, site.origin + largest.href] as const];
  });
  return held.length === 0 ? undefined : Object.fromEntries(held);
}

function unlessEmpty<T, U>(list: readonly T[], make: (item: T) => U): readonly U[] | undefined {
  return list.length === 0 ? undefined : list.map(make);
}

function writer({ name, role, id }: Contributor): Readonly<Record<string, unknown>> {
  return { name, role, id };
}

function named({ id, name }: AuthorityRecord): Readonly<Record<string, unknown>> {
  return { id, name };
}

// As the front matter has it: a path from the content folder begins with "/" there.
function imageOf({ src, id, alt, caption, credit, rights, date, place, people, lead }: ArticleImage): Readonly<Record<string, unknown>> {
  return { src: src && `/${src}`, id, alt, caption, credit: credit?.raw, rights, date: date?.text, place, people: unlessEmpty(people, (name) => name), lead: lead || undefined };
}
