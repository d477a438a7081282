import type { Article, ArticleImage, Contributor, Rights, Status } from "../model/article.ts";
import type { Problem } from "../model/content-error.ts";
import { parseCredit } from "../model/credit.ts";
import { parseDateline, type Dateline } from "../model/dateline.ts";
import { addressOfFile } from "./address.ts";
import { articleSchema, foreignArticleKeys, type FrontMatter } from "./article-schema.ts";
import { locateFaults } from "./fault.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { imagePath } from "./image-path.ts";
import { findHeadlines, findTargets } from "./markdown.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

export type ParsedArticle =
  | { readonly article: Article; readonly problems?: never }
  | { readonly article?: never; readonly problems: readonly Problem[] };

/**
 * Makes an article of a file's text. `file` is its path inside the content folder.
 * Everything that is wrong with the file comes back at once.
 */
export function parseArticle(file: string, text: string): ParsedArticle {
  const parts = splitFrontMatter(file, text);
  if (parts.problems) return { problems: parts.problems };
  const yaml = readYaml(parts.yaml);
  if (yaml.problems) return { problems: yaml.problems };
  const checked = validate(articleSchema, yaml.value, { whole: "the front matter", foreign: foreignArticleKeys });
  if (checked.faults) return { problems: locateFaults(parts.yaml, checked.faults) };
  return { article: articleOf(file, checked.value, { ...parts.body, targets: findTargets(parts.body.markdown), headlines: findHeadlines(parts.body.markdown) }) };
}

function articleOf(file: string, matter: FrontMatter, body: Article["body"]): Article {
  return {
    file,
    address: addressOfFile(file),
    title: matter.title.trim(),
    date: matter.date,
    updated: matter.updated,
    dek: matter.dek,
    byline: contributorsOf(matter.byline),
    contributors: contributorsOf(matter.contributors),
    dateline: datelineOf(matter.dateline),
    kind: matter.kind ?? "news",
    section: matter.section?.trim(),
    series: matter.series?.trim(),
    print: matter.print && { page: matter.print.page, edition: matter.print.edition, volume: matter.print.volume, issue: matter.print.issue },
    subjects: {
      people: matter.people ?? [],
      places: matter.places ?? [],
      organizations: matter.organizations ?? [],
      topics: matter.topics ?? [],
    },
    images: (matter.images ?? []).map((image) => imageOf(file, image)),
    source: matter.source && { name: matter.source.name, url: matter.source.url, id: matter.source.id },
    rights: rightsOf(matter.rights),
    language: matter.language,
    corrections: matter.corrections ?? [],
    status: statusOf(matter),
    formerUrls: matter.formerUrls ?? [],
    provenance: matter.provenance && {
      importer: matter.provenance.importer,
      source: matter.provenance.source,
      record: matter.provenance.record,
      sha256: matter.provenance.sha256,
      changes: matter.provenance.changes ?? [],
    },
    extra: matter.extra ?? {},
    body,
  };
}

function contributorsOf(value: FrontMatter["byline"]): readonly Contributor[] {
  if (value === undefined) return [];
  const list = typeof value === "string" ? [value] : value;
  return list.map((item) => (typeof item === "string" ? { name: item.trim(), role: undefined, id: undefined } : { name: item.name.trim(), role: item.role, id: item.id }));
}

function datelineOf(value: FrontMatter["dateline"]): Dateline | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return parseDateline(value);
  return { raw: value.date === undefined ? value.place : `${value.place}, ${value.date}`, place: value.place, date: value.date };
}

function imageOf(file: string, image: NonNullable<FrontMatter["images"]>[number]): ArticleImage {
  return {
    src: image.src === undefined ? undefined : imagePath(file, image.src),
    id: image.id,
    alt: image.alt ?? "",
    caption: image.caption,
    credit: image.credit === undefined ? undefined : parseCredit(image.credit),
    rights: rightsOf(image.rights),
    date: image.date,
    place: image.place,
    people: image.people ?? [],
    lead: image.lead ?? false,
  };
}

function rightsOf(rights: FrontMatter["rights"]): Rights | undefined {
  return rights && { holder: rights.holder, licence: rights.licence, statement: rights.statement };
}

function statusOf({ status, embargo, withdrawn }: FrontMatter): Status {
  if (status === "draft") return { kind: "draft" };
  if (status === "embargoed" && embargo) return { kind: "embargoed", until: embargo };
  if (status === "withdrawn" && withdrawn) return { kind: "withdrawn", date: withdrawn.date, reason: withdrawn.reason };
  return { kind: "published" };
}
