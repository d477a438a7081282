import { renderMarkdown } from "../../content/markdown.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { Subject } from "../../model/archive.ts";
import { compareText } from "../../model/build-archive.ts";
import { foldName } from "../../model/slug.ts";
import { parentsOf } from "../../model/place-tree.ts";
import type { CountedLink, Link, RecordFacts } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import { bodyHref } from "../body-href.ts";
import type { Heading, PageContext } from "./context.ts";
import { pictureOf } from "./figure.ts";
import type { ArticleList } from "./list-pages.ts";

/** The list of a person, place, organization or topic, with what is known of it. */
export function subjectList(context: PageContext, subject: Subject): ArticleList {
  const { kind, id, name, description } = subject.record;
  return {
    listKind: kind,
    address: `/${kind}/${id}/`,
    title: name,
    articles: subject.articles,
    trail: [{ href: hrefOf(context.site, `/${kind}/`), text: stringsOf(context.site).names[kind] }],
    description,
    record: factsOf(context, subject),
  };
}

/** The list of an author or a section. */
export function headingList(context: PageContext, kind: "authors" | "sections", { id, name, articles }: Heading): ArticleList {
  return {
    listKind: kind,
    address: `/${kind}/${id}/`,
    title: name,
    articles,
    trail: [{ href: hrefOf(context.site, `/${kind}/`), text: stringsOf(context.site).names[kind] }],
    description: undefined,
    record: undefined,
  };
}

function factsOf(context: PageContext, { record, spellings }: Subject): RecordFacts {
  const names = new Set([foldName(record.name)]);
  const others: string[] = [];
  for (const spelling of [...spellings, ...record.variants]) {
    const folded = foldName(spelling);
    if (!names.has(folded)) others.push(spelling);
    names.add(folded);
  }
  return {
    record,
    profile: record.profile === undefined ? undefined : renderMarkdown(record.profile, (target) => bodyHref(context.site, `${record.kind}.yaml`, target), stringsOf(context.site).article.table),
    portrait: pictureOf(context, record.portrait, record.name),
    spellings: others,
    parents: record.kind === "places" ? parentLinks(context, record) : [],
    inside: record.kind === "places" ? insideLinks(context, record.id) : [],
  };
}

function parentLinks({ archive, site }: PageContext, record: Subject["record"]): readonly Link[] {
  return parentsOf(record).flatMap((id) => {
    const parent = archive.subjects.places.get(id);
    return parent ? [{ href: hrefOf(site, `/places/${id}/`), text: parent.record.name }] : [];
  });
}

function insideLinks({ inside, site }: PageContext, id: string): readonly CountedLink[] {
  return (inside.get(id) ?? [])
    .map(({ record, articles }) => ({ href: hrefOf(site, `/places/${record.id}/`), text: record.name, count: articles.length }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}
