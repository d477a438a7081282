import { findDates, isoOf } from "./dates-in-text.ts";

/** What a caption says about its photo. */
export interface PhotoFacts {
  /** "2018-01-09", or "2018-01" where no day is named. */
  readonly date?: string;
  /** The town or the like, without the country: "Lucerne". */
  readonly place?: string;
  /** The words they were read from. */
  readonly words: string;
}

/**
 * Reads when and where a photo was taken from its caption: "... in Lucerne, Switzerland, on Jan. 9, 2018." gives
 * 2018-01-09 and Lucerne. A caption that names several days is read only where one of them follows a place in this way.
 */
export function readPhotoFacts(caption: string): PhotoFacts | undefined {
  const dates = findDates(caption).filter(({ year, month }) => year !== undefined && month !== undefined);
  for (const mention of dates.toReversed()) {
    const match = placeBefore.exec(caption.slice(0, mention.at));
    const place = match?.groups?.["place"];
    const date = isoOf(mention);
    if (match && place !== undefined && date !== undefined) return { date, place, words: `${match[0].trimStart()}${mention.text}` };
  }
  const [only, second] = dates;
  const date = only === undefined || second !== undefined ? undefined : isoOf(only);
  return only === undefined || date === undefined ? undefined : { date, words: only.text };
}

// A name of up to five words: "Lucerne", "New Delhi", "St. Louis", "Stratford-upon-Avon", "Rio de Janeiro".
const word = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*";
const name = `${word}(?:\\s(?:(?:de|da|do|del|la|le|el|al|of|the|upon|on)\\s){0,2}${word}){0,4}`;

// "in Lucerne, Switzerland, on ", "near Kyiv, Ukraine, Friday, ", "in Rome in "
const placeBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:in|near|outside|at|off)\\s(?<place>${name})(?:,\\s${name}){0,3},?\\s(?:on\\s|in\\s)?(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,\\s)?$`,
  "u",
);
