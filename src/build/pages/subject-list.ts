import { fingerprintOf } from "../../content/fingerprint.ts";
import { renderMarkdown } from "../../content/markdown.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { Subject } from "../../model/archive.ts";
import { compareText } from "../../model/build-archive.ts";
import { foldName } from "../../model/slug.ts";
import { authorityKinds, type AuthorityRecord } from "../../model/authority.ts";
import { coMentions } from "../../model/co-mentions.ts";
import { parentsOf } from "../../model/place-tree.ts";
import type { Company, CountedLink, Link, PlannedFacts } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import { bodyHref } from "../body-href.ts";
import type { Heading, PageContext } from "./context.ts";
import { pictureOf } from "./figure.ts";
import { locatorOf } from "./gazetteer.ts";
import type { ArticleList } from "./list-pages.ts";

/** Names of one kind that a page lists beside its own, most of them folded away; the others are counted. */
const companyListed = 60;

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
    factsOf: () => factsOf(context, subject),
    factsKey: () => factsKey(context, subject),
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
    factsOf: undefined,
    factsKey: undefined,
  };
}

function factsOf(context: PageContext, subject: Subject): PlannedFacts {
  const { record, articles } = subject;
  return {
    record,
    profile: record.profile === undefined ? undefined : renderMarkdown(record.profile, (target) => bodyHref(context.site, `${record.kind}.yaml`, target), stringsOf(context.site).article.table),
    ...ownFactsOf(context, subject),
    ownCount: context.inside.has(record.id) && record.kind === "places" ? articles.filter(({ about }) => about.places.includes(record)).length : undefined,
    company: companyOf(context, { record, articles }),
  };
}

// Everything that does not follow from the names of the subject's articles: whose town lies in which country decides who is
// company.
function factsKey(context: PageContext, subject: Subject): string {
  return JSON.stringify([subject.record, ownFactsOf(context, subject), subject.record.kind === "places" ? treeKey(context) : undefined]);
}

const treeKeys = new WeakMap<PageContext, string>();

function treeKey(context: PageContext): string {
  const known = treeKeys.get(context);
  if (known !== undefined) return known;
  const inside = Array.from(context.archive.subjects.places.values(), ({ record }) => [record.id, parentsOf(record)] as const).filter(([, parents]) => parents.length > 0);
  const key = fingerprintOf(JSON.stringify(inside));
  treeKeys.set(context, key);
  return key;
}

type OwnFacts = Pick<PlannedFacts, "portrait" | "spellings" | "parents" | "inside" | "locator">;

function ownFactsOf(context: PageContext, { record, spellings }: Subject): OwnFacts {
  const names = new Set([foldName(record.name)]);
  const others: string[] = [];
  for (const spelling of [...spellings, ...record.variants]) {
    const folded = foldName(spelling);
    if (!names.has(folded)) others.push(spelling);
    names.add(folded);
  }
  return {
    portrait: pictureOf(context, record.portrait, record.name),
    spellings: others,
    parents: record.kind === "places" ? parentLinks(context, record) : [],
    inside: record.kind === "places" ? insideLinks(context, record.id) : [],
    locator: record.kind === "places" ? locatorOf(context.gazetteer, record) : undefined,
  };
}

// A town does not keep company with its country, nor a country with its towns: that they go together is no news.
function companyOf({ site, ancestors }: PageContext, { record, articles }: Pick<Subject, "record" | "articles">): readonly Company[] {
  const above = record.kind === "places" ? ancestors(record) : [];
  const isCounted = (other: AuthorityRecord): boolean =>
    other !== record && !(record.kind === "places" && other.kind === "places" && (above.includes(other) || ancestors(other).includes(record)));
  return authorityKinds.flatMap((kind) => {
    const found = coMentions(articles, kind, isCounted);
    const entries = found.slice(0, companyListed).map(({ record: { id, name }, count }) => ({ href: hrefOf(site, `/${kind}/${id}/`), text: name, count }));
    return found.length === 0 ? [] : [{ kind, entries, others: found.length - entries.length }];
  });
}

function parentLinks({ ancestors, site }: PageContext, record: AuthorityRecord): readonly Link[] {
  return ancestors(record).map(({ id, name }) => ({ href: hrefOf(site, `/places/${id}/`), text: name }));
}

function insideLinks({ inside, site }: PageContext, id: string): readonly CountedLink[] {
  return (inside.get(id) ?? [])
    .map(({ record, articles }) => ({ href: hrefOf(site, `/places/${record.id}/`), text: record.name, count: articles.length }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}
