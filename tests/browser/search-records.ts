import type { SearchName } from "../../src/build/search-names.ts";
import type { SearchRecord } from "../../src/build/search-record.ts";

/** An invented article; what is not given is plain. */
export function searchRecord(date: string, title: string, more: Partial<SearchRecord> = {}): SearchRecord {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  const day = date.slice(0, 10);
  const address = day === "" ? `/undated/${slug}/` : `/${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}/`;
  return {
    address,
    href: `/archive${address}`,
    title,
    text: `${title}. A short report without anything remarkable in it.`,
    language: "en",
    date,
    dateText: day === "" ? "undated" : day,
    section: "",
    people: [],
    places: [],
    organizations: [],
    topics: [],
    authors: [],
    aliases: [],
    picture: undefined,
    ...more,
  };
}

/** Sixty reports from the harbour of an invented town, one a month from January 1985 on, oldest first. */
export function harbourRecords(): readonly SearchRecord[] {
  return Array.from({ length: 60 }, (_, i) => {
    const date = `${1985 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-07`;
    const cargo = ["herring", "timber", "coal"][i % 3] ?? "";
    return searchRecord(date, `Harbour report ${i + 1}`, {
      text: `Ships brought ${cargo} to the harbour of Norrby this month, said the harbour master in report number ${i + 1}.`,
      section: i % 2 === 0 ? "Shipping" : "Trade",
      people: i % 10 === 0 ? ["Astrid Holm"] : ["Nils Berg"],
      places: i % 4 === 0 ? ["Norrby", "Söderö"] : ["Norrby"],
    });
  });
}

/** The names of these reports, as an archive would have them. */
export function harbourNames(): readonly SearchName[] {
  return [
    { kind: "people", id: "nils-berg", name: "Nils Berg", variants: ["N. Berg"], count: 54 },
    { kind: "people", id: "astrid-holm", name: "Astrid Holm", variants: [], count: 6 },
    { kind: "places", id: "norrby", name: "Norrby", variants: [], count: 60 },
    { kind: "places", id: "sodero", name: "Söderö", variants: [], count: 15 },
  ];
}
