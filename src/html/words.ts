/** Every word of the interface that more than one template prints. */
export const words = {
  home: "Home",
  dates: "Dates",
  people: "People",
  places: "Places",
  organizations: "Organizations",
  topics: "Topics",
  authors: "Authors",
  sections: "Sections",
  search: "Search",
  searchLabel: "Search the archive",
  corrections: "Corrections",
  about: "About",
  feed: "Feed",
  skip: "Skip to the text",
  older: "Older",
  newer: "Newer",
  notHeld: "Image not held",
  filePhoto: "File photo",
  shown: "Shown",
  by: "By",
  and: "and",
  breadcrumb: "Where this page is",
  waysIn: "Ways in",
  undated: "Undated",
} as const;

/** "1 article", "12 articles". */
export function countArticles(count: number): string {
  return count === 1 ? "1 article" : `${formatCount(count)} articles`;
}

/** Thousands set apart: 19042 -> "19,042". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** What an article is called where it is not plain news. */
export const kindLabels = {
  news: undefined,
  analysis: "Analysis",
  opinion: "Opinion",
  review: "Review",
  obituary: "Obituary",
  letter: "Letter",
  interview: "Interview",
  notice: "Notice",
} as const;
