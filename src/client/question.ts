/** What a reader asks; everything of it is in the page's address. */
export interface Question {
  readonly words: string;
  /** Values that an article must have, all of them. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** Year, month or day, "1987", "1987-10", "1987-10-19"; "" for no bound. */
  readonly from: string;
  readonly to: string;
  readonly order: Order;
  /** How many results are shown. */
  readonly show: number;
  /** While the reader is typing: the last word may go on. Not in the address. */
  readonly typing?: boolean;
}

export const filterNames = ["person", "place", "organization", "topic", "section", "author"] as const;
export type FilterName = (typeof filterNames)[number];

export const orders = ["relevance", "newest", "oldest"] as const;
export type Order = (typeof orders)[number];

/** A value for each filter. */
export function mapFilters<T>(make: (name: FilterName) => T): Record<FilterName, T> {
  const [person, place, organization, topic, section, author] = filterNames;
  return { person: make(person), place: make(place), organization: make(organization), topic: make(topic), section: make(section), author: make(author) };
}

/** True where there is nothing to look for. An order alone is no question. */
export function isEmpty({ words, filters, from, to }: Question): boolean {
  return words === "" && from === "" && to === "" && filterNames.every((name) => filters[name].length === 0);
}
