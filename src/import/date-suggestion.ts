import { findDates, isoOf } from "./dates-in-text.ts";
import type { DateMention } from "./dates-in-text.ts";
import type { Evidence, Note } from "./draft.ts";
import { splitSentences } from "./sentences.ts";

/** A line of a story; `photo` where it is a caption. */
export interface DatableLine {
  readonly line: number;
  readonly text: string;
  readonly photo: boolean;
}

/**
 * Guesses the month of an undated story from what it says, as an approximate date such as "2023-04~". It is only ever
 * shown to an editor.
 *
 * The month is the one that most days without a year fall in ("on April 4"): news names them so when they are near. The
 * year is the first in which that month lies behind everything that the story dates: after its photos, and in a later
 * year than the months it names with one ("In May 2022"), since of the current year it would have said
 * "in May". Days to come ("will arrive on May 21") and holidays do not decide.
 */
export function suggestDate(lines: readonly DatableLine[]): Note | undefined {
  const dated = lines.flatMap(mentionsOf);
  const near = dated.filter(({ photo, year, day }) => !photo && year === undefined && day !== undefined);
  const past = near.filter(({ coming }) => !coming);
  const month = commonestMonth(past.length > 0 ? past : near);
  if (month === undefined) return undefined;
  const bounds = dated.filter(({ coming }) => !coming).flatMap((mention) => {
    const first = firstYear(mention, month);
    return first === undefined ? [] : [{ mention, first }];
  });
  const year = Math.max(...bounds.map(({ first }) => first));
  const date = isoOf({ year, month, day: undefined });
  if (bounds.length === 0 || date === undefined) return undefined;
  const grounds = [...near.filter((mention) => mention.month === month), ...bounds.filter(({ first }) => first === year).map(({ mention }) => mention)];
  return {
    level: "suggestion",
    kind: "approximate date",
    text: `the text may be of ${date}~; write "date: ${date}~" if you agree`,
    evidence: distinct([...grounds.map(({ line, sentence }) => ({ line, text: sentence })), ...lines.flatMap(relativeTimes)]),
  };
}

interface DatedSentence extends DateMention {
  readonly line: number;
  readonly sentence: string;
  readonly photo: boolean;
  /** True for what has not happened yet: "who will come on May 21". */
  readonly coming: boolean;
}

function mentionsOf({ line, text, photo }: DatableLine): readonly DatedSentence[] {
  return splitSentences(text).flatMap((sentence) =>
    findDates(sentence).map((mention) => ({ ...mention, line, sentence, photo, coming: !photo && future.test(sentence.slice(Math.max(0, mention.at - nearby), mention.at)) })),
  );
}

/** How many characters before a date a "will" still belongs to it. */
const nearby = 200;

const future = /\b(?:will|would|upcoming|scheduled|due|expected|plans?|planned|hopes?|until|by|next)\b/iu;

// Of two months as common, the later; January is later than December.
function commonestMonth(mentions: readonly DatedSentence[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { month } of mentions) if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const months = [...counts].filter(([, count]) => count === most).map(([month]) => month);
  const turn = months.includes(12) && months.includes(1);
  return months.toSorted((a, b) => (turn ? (b + 6) % 12 - ((a + 6) % 12) : b - a))[0];
}

function firstYear({ year, month, photo }: DatedSentence, of: number): number | undefined {
  if (year === undefined) return undefined;
  if (month === undefined || month === of) return year;
  return photo && month < of ? year : year + 1;
}

const relative = /\b(?:(?:more|less) than |nearly |almost |about |over )?(?:an?|one|two|three|\d+) (?:years?|months?|weeks?) ago\b|\b(?:last|this) (?:year|month|week)\b/iu;

function relativeTimes({ line, text, photo }: DatableLine): readonly Evidence[] {
  return photo ? [] : splitSentences(text).filter((sentence) => relative.test(sentence)).map((sentence) => ({ line, text: sentence }));
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map(evidence.map((one) => [`${String(one.line)} ${one.text}`, one]));
  return [...seen.values()].sort((a, b) => a.line - b.line);
}
