/** Where, and on which day, a story was filed: "LONDON, March 2". The raw text is what is printed. */
export interface Dateline {
  readonly raw: string;
  /** Place as written, "LONDON"; undefined where the text could not be read. */
  readonly place: string | undefined;
  /** Day as written, "March 2". */
  readonly date: string | undefined;
}

// "WASHINGTON, Oct 19", "ST. LOUIS, Mo., March 2", "GENEVA, Sept. 1 -"
const withDate =
  /^(?<place>.+?)\s*,\s*(?<date>(?:Jan|Feb|March?|Apr|April|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s*\d{4})?)\.?$/iu;

/** Takes a dateline as printed and reads place and day from it; what it cannot read stays in `raw` alone. */
export function parseDateline(text: string): Dateline {
  const raw = text.trim();
  const bare = raw.replace(/\s*[-–—:]+\s*$/u, "");
  const groups = withDate.exec(bare)?.groups;
  if (groups) return { raw, place: groups["place"], date: groups["date"] };
  return { raw, place: /\d/u.test(bare) ? undefined : bare, date: undefined };
}
