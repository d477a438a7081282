import type { Archive, CataloguedArticle, Periods, Redirect, Subject, Subjects, Withdrawn } from "./archive.ts";
import { addressFaults, settingsFaults } from "./address-faults.ts";
import type { Article } from "./article.ts";
import { authorityKinds, type AuthorityKind, type AuthorityRecord } from "./authority.ts";
import { NameIndex, type NameTrouble } from "./names.ts";
import { dayOf, monthOf, sortKeyOf, yearOf, type PartialDate } from "./partial-date.ts";
import { redactContent } from "./redact.ts";
import { ancestorsOf, parentFaults } from "./place-tree.ts";
import type { Settings } from "./settings.ts";

/** Everything the content folder says, file by file. */
export interface Content {
  readonly articles: readonly Article[];
  readonly records: Readonly<Record<AuthorityKind, readonly AuthorityRecord[]>>;
  readonly settings: Settings;
}

/** A mistake that shows only when all files are seen together; `path` leads to the value in the file's YAML. */
export interface ArchiveFault {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix: string;
}

export interface BuiltArchive {
  readonly archive: Archive;
  readonly faults: readonly ArchiveFault[];
}

/**
 * Joins articles and authority records to an archive: resolves names, leaves out what is not published, sorts, indexes.
 * `asOf` releases embargoes; without it the newest article that is not embargoed says what day it is.
 */
export function buildArchive(unredacted: Content, asOf?: PartialDate): BuiltArchive {
  const { content, faults: redactionFaults, withholds } = redactContent(unredacted);
  const faults: ArchiveFault[] = [...redactionFaults, ...addressFaults(content.articles), ...settingsFaults(content.settings), ...parentFaults(content.records.places)];
  const today = asOf === undefined ? newestDay(content.articles) : sortKeyOf(asOf);
  const published = publishedArticles(content.articles, today);
  const used = namesUsed(published);
  const indexes = nameIndexes(content.records, used);
  const periods = periodsReader();
  const articles = sortNewestFirst(published).map((article, position) => catalogue(article, position, periods(article.date), indexes, faults));
  const subjects = {
    people: subjectsOf("people", articles, indexes.people, used.people),
    places: subjectsOf("places", articles, indexes.places, used.places),
    organizations: subjectsOf("organizations", articles, indexes.organizations, used.organizations),
    topics: subjectsOf("topics", articles, indexes.topics, used.topics),
  };
  const withdrawn = withdrawnArticles(content.articles);
  const redirects = findRedirects(articles, subjects, content.settings);
  return { archive: { settings: content.settings, articles, subjects, isRedacted: content !== unredacted, withholds, withdrawn, redirects, today }, faults };
}

function withdrawnArticles(articles: readonly Article[]): readonly Withdrawn[] {
  return articles
    .flatMap(({ file, address, status }) => (status.kind === "withdrawn" ? [{ file, address, date: status.date, reason: status.reason }] : []))
    .sort((a, b) => compareText(a.address, b.address));
}

function findRedirects(articles: readonly CataloguedArticle[], subjects: Archive["subjects"], { formerUrls }: Settings): readonly Redirect[] {
  const ofArticles = articles.flatMap(({ file, address, formerUrls }) => formerUrls.map((from) => ({ file, from, to: address })));
  const ofRecords = authorityKinds.flatMap((kind) =>
    [...subjects[kind].values()].flatMap(({ record: { id, formerIds } }) =>
      formerIds.map((former) => ({ file: `${kind}.yaml`, from: `/${kind}/${former}/`, to: `/${kind}/${id}/` })),
    ),
  );
  const ofSettings = Array.from(formerUrls, ([from, to]) => ({ file: "archive.yaml", from, to }));
  return [...ofArticles, ...ofRecords, ...ofSettings].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

type NameIndexes = Readonly<Record<AuthorityKind, NameIndex>>;

/** Names as articles write them, and how many articles write each. */
type UsedNames = ReadonlyMap<string, number>;

// Only published articles count: a name that only a draft uses must not show.
function namesUsed(articles: readonly Article[]): Readonly<Record<AuthorityKind, UsedNames>> {
  return { people: usedNames("people", articles), places: usedNames("places", articles), organizations: usedNames("organizations", articles), topics: usedNames("topics", articles) };
}

function nameIndexes(records: Content["records"], used: Readonly<Record<AuthorityKind, UsedNames>>): NameIndexes {
  const index = (kind: AuthorityKind): NameIndex => new NameIndex(kind, records[kind], used[kind]);
  return { people: index("people"), places: index("places"), organizations: index("organizations"), topics: index("topics") };
}

function usedNames(kind: AuthorityKind, articles: readonly Article[]): UsedNames {
  const used = new Map<string, number>();
  for (const { subjects } of articles) for (const name of subjects[kind]) used.set(name, (used.get(name) ?? 0) + 1);
  return used;
}

function publishedArticles(articles: readonly Article[], today: string): readonly Article[] {
  return articles.filter(({ status }) => status.kind === "published" || (status.kind === "embargoed" && sortKeyOf(status.until) <= today));
}

function newestDay(articles: readonly Article[]): string {
  let newest = "";
  for (const { date, status } of articles) {
    // What begins with an earlier day is earlier, whatever the time.
    if (status.kind !== "published" || (date.earliest ?? date.latest ?? "") < newest.slice(0, "1987-03-02".length)) continue;
    const key = sortKeyOf(date);
    if (key > newest) newest = key;
  }
  return newest;
}

function sortNewestFirst(articles: readonly Article[]): readonly Article[] {
  const keyed = articles.map((article) => ({ article, key: sortKeyOf(article.date) }));
  keyed.sort((a, b) => (a.key === b.key ? compareText(a.article.address, b.article.address) : a.key < b.key ? 1 : -1));
  return keyed.map(({ article }) => article);
}

/** Order by code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Articles of one day share one value: texts that are the same object are found faster in a Map.
function periodsReader(): (date: PartialDate) => Periods {
  const known = new Map<string, Periods>();
  return (date) => {
    const key = `${date.earliest} ${date.latest}`;
    const periods = known.get(key) ?? { year: yearOf(date), month: monthOf(date), day: dayOf(date) };
    known.set(key, periods);
    return periods;
  };
}

function catalogue(article: Article, position: number, periods: Periods, indexes: NameIndexes, faults: ArchiveFault[]): CataloguedArticle {
  const about: Subjects = {
    people: recordsOf("people", article, indexes.people, faults),
    places: recordsOf("places", article, indexes.places, faults),
    organizations: recordsOf("organizations", article, indexes.organizations, faults),
    topics: recordsOf("topics", article, indexes.topics, faults),
  };
  // Key by key: joining objects of thirty keys costs three times as much.
  return {
    file: article.file,
    address: article.address,
    title: article.title,
    date: article.date,
    updated: article.updated,
    dek: article.dek,
    byline: article.byline,
    contributors: article.contributors,
    dateline: article.dateline,
    kind: article.kind,
    section: article.section,
    series: article.series,
    print: article.print,
    images: article.images,
    source: article.source,
    rights: article.rights,
    language: article.language,
    corrections: article.corrections,
    status: article.status,
    formerUrls: article.formerUrls,
    provenance: article.provenance,
    extra: article.extra,
    body: article.body,
    position,
    about,
    periods,
  };
}

function recordsOf(kind: AuthorityKind, article: Article, index: NameIndex, faults: ArchiveFault[]): readonly AuthorityRecord[] {
  const names = article.subjects[kind];
  if (names.length === 0) return none;
  const records: AuthorityRecord[] = [];
  for (const [i, name] of names.entries()) {
    const resolution = index.resolve(name);
    if ("trouble" in resolution) faults.push({ file: article.file, path: [kind, i], ...explain(kind, name, resolution) });
    else if (!records.includes(resolution)) records.push(resolution);
  }
  // A list that has grown keeps room for sixteen more.
  return records.slice();
}

const none: readonly never[] = [];

function explain(kind: AuthorityKind, name: string, trouble: NameTrouble): Pick<ArchiveFault, "message" | "fix"> {
  switch (trouble.trouble) {
    case "ambiguous": {
      const ids = trouble.candidates.map(({ id }) => id);
      return { message: `${kind}: "${name}" can mean ${ids.join(" or ")}`, fix: `write the id of the one that is meant: ${ids[0] ?? ""}` };
    }
    case "address-taken":
      return {
        message: `${kind}: "${name}" would share the address /${kind}/${trouble.by.id}/ with "${trouble.by.name}"`,
        fix: `if they are one, add "${name}" to the variants of ${trouble.by.id} in ${kind}.yaml; if not, give "${name}" a record with an id of its own there`,
      };
    case "no-address":
      return { message: `${kind}: no address can be made of "${name}"`, fix: `give it a record with an id in ${kind}.yaml` };
  }
}

function subjectsOf(kind: AuthorityKind, articles: readonly CataloguedArticle[], index: NameIndex, used: UsedNames): ReadonlyMap<string, Subject> {
  const lists = new Map([...index.records.keys()].map((id): [string, CataloguedArticle[]] => [id, []]));
  const listsOf = listReader(kind, index.records, lists);
  for (const article of articles) {
    for (const record of article.about[kind]) {
      // Tokyo and Osaka are both in Japan, which lists the article once.
      for (const list of listsOf(record)) if (list.at(-1) !== article) list.push(article);
    }
  }
  const spellings = spellingsOf(index, used);
  const subjects = new Map<string, Subject>();
  for (const record of [...index.records.values()].sort((a, b) => compareText(a.id, b.id))) {
    subjects.set(record.id, { record, articles: lists.get(record.id) ?? [], spellings: rank(spellings.get(record.id)) });
  }
  return subjects;
}

// A place's page also holds the articles of the places inside it.
function listReader<T>(kind: AuthorityKind, records: ReadonlyMap<string, AuthorityRecord>, lists: ReadonlyMap<string, T>): (record: AuthorityRecord) => readonly T[] {
  const known = new Map<AuthorityRecord, readonly T[]>();
  return (record) => {
    let own = known.get(record);
    if (own === undefined) {
      const above = kind === "places" ? ancestorsOf(record, records) : [];
      own = [record, ...above].map(({ id }) => lists.get(id)).filter((list) => list !== undefined);
      known.set(record, own);
    }
    return own;
  };
}

// How often each record is called what, by its id; by its id itself is no spelling.
function spellingsOf(index: NameIndex, used: UsedNames): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const spellings = new Map<string, Map<string, number>>();
  for (const [name, count] of used) {
    const record = index.resolve(name);
    if ("trouble" in record || name === record.id) continue;
    const counts = spellings.get(record.id) ?? new Map<string, number>();
    counts.set(name, count);
    spellings.set(record.id, counts);
  }
  return spellings;
}

function rank(counts: ReadonlyMap<string, number> | undefined): readonly string[] {
  return [...(counts ?? [])].sort(([a, n], [b, m]) => m - n || compareText(a, b)).map(([name]) => name);
}
