/** What a reader asks; everything of it is in the page's address. */
export interface Question {
  readonly words: string;
  readonly person: string;
  readonly place: string;
  /** Year, month or day, "1987", "1987-10", "1987-10-19"; "" for no bound. */
  readonly from: string;
  readonly to: string;
  readonly order: Order;
  /** How many results are shown. */
  readonly show: number;
}

export const orders = ["relevance", "newest", "oldest"] as const;
export type Order = (typeof orders)[number];

export const pageSize = 10;
// "show=100000" in an address must not make the page fetch as many files.
const mostShown = 500;
// Longer than any headline; Pagefind's time grows with every word.
const longestQuery = 400;

/** Reads an address: "?q=oil&person=Volcker&sort=newest". What it cannot read counts as not given. */
export function parseQuestion(search: string): Question {
  const fields = new URLSearchParams(search);
  const text = (name: string): string => (fields.get(name) ?? "").trim().slice(0, longestQuery);
  const day = (name: string): string => (/^\d{4}(?:-\d\d){0,2}$/u.test(text(name)) ? text(name) : "");
  const show = Number(text("show"));
  return {
    words: text("q"),
    person: text("person"),
    place: text("place"),
    from: day("from"),
    to: day("to"),
    order: orders.find((order) => order === text("sort")) ?? "relevance",
    show: Number.isInteger(show) && show > pageSize ? Math.min(show, mostShown) : pageSize,
  };
}

/** The address of a question, from "?" on, without what is the default; "" for an empty question. */
export function formatQuestion(question: Question): string {
  const fields = new URLSearchParams();
  const { words, person, place, from, to, order, show } = question;
  for (const [name, value] of Object.entries({ q: words, person, place, from, to })) if (value !== "") fields.set(name, value);
  if (order !== "relevance") fields.set("sort", order);
  if (show !== pageSize) fields.set("show", String(show));
  const text = fields.toString();
  return text === "" ? "" : `?${text}`;
}

/** True where there is nothing to look for. An order alone is no question. */
export function isEmpty({ words, person, place, from, to }: Question): boolean {
  return [words, person, place, from, to].every((part) => part === "");
}
