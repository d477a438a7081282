import type { Note } from "./draft.ts";
import type { WxrItem } from "./wxr-item.ts";
import type { WxrSite } from "./wxr-site.ts";

/** An item's categories, tags and other terms, each in the field of an article that means the same. */
export interface WxrTerms {
  readonly section: string | undefined;
  readonly series: string | undefined;
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
  /** Several authors, where a plugin (Co-Authors Plus) keeps them. */
  readonly authors: readonly string[];
  readonly language: string | undefined;
  readonly extra: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly Note[];
}

/**
 * Sorts the terms: the first category (or the one that an SEO plugin calls the primary one) is the section, all others and
 * the tags are topics; taxonomies whose names say so are people, places, organizations and series; any other goes to `extra`.
 */
export function readWxrTerms({ terms, meta }: WxrItem, site: WxrSite): WxrTerms {
  const notes: Note[] = [];
  const of = (pattern: RegExp): readonly string[] => [...new Set(terms.filter(({ domain, name }) => pattern.test(domain) && name !== "").map(({ name }) => name))];
  const all = of(/^category$/u);
  const categories = all.filter((name) => name !== "Uncategorized");
  if (categories.length < all.length) notes.push({ level: "count", kind: 'the category "Uncategorized" dropped' });
  const primary = ["_yoast_wpseo_primary_category", "rank_math_primary_category"].map((key) => site.terms.get(meta.get(key)?.[0] ?? "")).find((name) => name !== undefined && categories.includes(name));
  const section = primary ?? categories[0];
  const others = categories.filter((name) => name !== section);
  if (others.length > 0) notes.push({ level: "change", kind: "further categories taken as topics", text: `took "${section ?? ""}" as the section and ${others.map((name) => `"${name}"`).join(", ")} as topics` });
  const [series, ...moreSeries] = of(taxonomies.series);
  const extra = Map.groupBy(terms.filter(({ domain }) => !/^(?:category|post_tag|author|language|post_format|post_translations)$/u.test(domain) && !Object.values(taxonomies).some((pattern) => pattern.test(domain))), ({ domain }) => domain);
  const language = terms.find(({ domain }) => domain === "language")?.nicename;
  return {
    section,
    series,
    topics: [...new Set([...others, ...of(/^post_tag$/u), ...of(taxonomies.topics), ...moreSeries])],
    people: of(taxonomies.people),
    places: of(taxonomies.places),
    organizations: of(taxonomies.organizations),
    authors: of(/^author$/u),
    language: language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) ? language : undefined,
    extra: Object.fromEntries([...extra].map(([domain, found]) => [domain, found.map(({ name }) => name)])),
    notes,
  };
}

const taxonomies = {
  series: /^(?:series|serie|dossier)$/iu,
  people: /^(?:people|persons?|personen)$/iu,
  places: /^(?:places?|locations?|orte?)$/iu,
  organizations: /^(?:organi[sz]ations?|compan(?:y|ies))$/iu,
  topics: /^(?:topics?|subjects?|themes?)$/iu,
} as const;
