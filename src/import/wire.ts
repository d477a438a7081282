import type { Note } from "./draft.ts";

/** A field of a wire story, read; with what had to be changed or guessed for it. */
export interface WireField<Value> {
  readonly value: Value;
  readonly notes: readonly Note[];
}

/**
 * The corpus names no zone for its times. Its own texts show the clock of New York: the story headed "MIDWEST GRAIN
 * FUTURES 11:10 EDT" is stamped 7-APR-1987 11:12:32, and "REUTER MONEY NEWS HIGHLIGHTS 0530 GMT" 01:40:46 of its day.
 */
const zoneNote = "time of day taken as US Eastern time (the source names no zone)";

/**
 * Reads "26-FEB-1987 15:01:01.79" as "1987-02-26T15:01:01-05:00". The day stays where the time is damaged; a date that the
 * source itself calls guesswork is approximate ("1987-04-09~"); one that cannot be read is "undated".
 */
export function readWireDate(raw: string): WireField<string> {
  const text = collapse(raw);
  const parts = /(?<day>\d{1,2})-(?<month>[A-Za-z]{3})-(?<year>\d{4})(?<rest>.*)$/u.exec(text)?.groups;
  const day = parts && calendarDay(parts["year"], parts["month"], parts["day"]);
  if (!parts || !day) {
    const note: Note = { level: "warning", kind: "date not readable", text: `no date could be read from "${text}"` };
    return { value: "undated", notes: [note] };
  }
  const rest = parts["rest"] ?? "";
  if (/guess/iu.test(rest)) {
    const note: Note = { level: "warning", kind: "date marked as a guess", text: `the source marks its date as a guess: "${text}"` };
    return { value: `${day}~`, notes: [note] };
  }
  const time = /^\s+(?<time>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d*)?(?<after>.*)$/u.exec(rest)?.groups;
  if (!time) {
    const note: Note = { level: "warning", kind: "time not readable", text: `no time of day could be read from "${text}"` };
    return { value: day, notes: [note] };
  }
  const local = `${day}T${time["time"] ?? ""}`;
  const value = local + easternOffset(local);
  // In 328 records the desk codes of the next field have slipped in: "27-MAR-1987 00:02:59.13 RM".
  const slipped: Note[] = time["after"] ? [{ level: "count", kind: "desk codes after the date dropped" }] : [];
  return { value, notes: [{ level: "count", kind: zoneNote }, ...slipped] };
}

/**
 * Reads "    By Janie Gabbett, Reuters" as one name and "By STEPHEN JUKES AND PHILIP SHEHADI, REUTERS" as two; what
 * does not look like names stays one text.
 */
export function readByline(raw: string): WireField<readonly string[]> {
  const text = collapse(raw);
  if (text === "") return { value: [], notes: [] };
  // "Reuters", "Reuter", "REUTERS", "Reuters." and the slip "Reutersd" have been seen.
  const names = /^by (?<names>.+?)(?:,? reuters?d?\.?)?,?$/iu.exec(text)?.groups?.["names"] ?? text;
  if (!/^\p{L}[\p{L} .'’-]*$/u.test(names)) {
    return { value: [text], notes: [{ level: "warning", kind: "byline kept as it stands", text: `the byline "${text}" was not read as names` }] };
  }
  const pair = names.split(/ and /iu);
  const value = pair.every((name) => name.includes(" ")) ? pair : [names];
  return { value, notes: value.join() === text ? [] : [{ level: "change", kind: "byline trimmed", text: `the byline was "${text}"` }] };
}

/** A dateline and the text behind its dash, which belongs to the story. */
export interface WireDateline {
  readonly dateline: string | undefined;
  readonly storyText: string;
}

/**
 * Reads "    LONDON, March 2 - " as the dateline "LONDON, March 2". An earlier conversion took a first line up to its
 * last dash for the dateline: "    HAMBURG, March 4 - Vereins- " gives the story text "Vereins- ", and a row of a
 * price table (" Mar   --- ---") gives story text alone.
 */
export function readDateline(raw: string, textStandsBefore: boolean): WireField<WireDateline> {
  if (raw.trim() === "") return { value: { dateline: undefined, storyText: "" }, notes: [] };
  const { flags, head, rest } = /^\s*(?<flags>\**)(?<head>.*?),?\s*-{1,2}(?=\s|$)(?<rest>.*)$/su.exec(raw)?.groups ?? {};
  const dateline = collapse(head ?? "");
  const dated = datedPlace.test(dateline);
  // A place begins a paragraph: a word one space from the margin is a heading (" FOB RIVER - ").
  const undatedPlace = !textStandsBefore && /^\s{4}/u.test(raw) && placeAlone.test(dateline);
  if (!dated && !undatedPlace) {
    return {
      value: { dateline: undefined, storyText: raw },
      notes: [{ level: "warning", kind: "dateline is story text", text: `the dateline field held story text: "${collapse(raw)}"` }],
    };
  }
  const notes: Note[] = [];
  // "****LONDON, March 5": asterisks mark an alert on the wire.
  if (flags) notes.push({ level: "change", kind: "alert marks before the dateline dropped", text: `dropped "${flags}" before the dateline` });
  if (!dated) notes.push({ level: "warning", kind: "dateline without a day", text: `the dateline "${dateline}" names no day and may be a heading` });
  const storyText = rest?.trim() ? rest : "";
  if (storyText) notes.push({ level: "change", kind: "story text taken out of the dateline", text: `"${collapse(storyText)}" stood in the dateline field` });
  return { value: { dateline, storyText }, notes };
}

// "LONDON, March 2", "OKLAHOMA CITY, Okla. March 11, Reuter", "AMSTERDAM, 2 March" and slips such as "Apri l7", "March 2O",
// "c CHICAGO, March 9".
const datedPlace = /^(?:\w )?[A-Za-z][A-Za-z .,'/&}-]*[ .,] ?(?:[A-Za-z]{3,5}[A-Za-z]*\.?,? ?[\dOl]{1,3}|\d{1,2} [A-Za-z]{3,9})(?:, Reuter)?$/u;
const placeAlone = /^[A-Z][A-Za-z .,'-]*$/u;

/** Lines and runs of spaces as single spaces. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function calendarDay(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const number = months.indexOf(month?.toUpperCase() ?? "") + 1;
  const date = new Date(Date.UTC(Number(year), number - 1, Number(day)));
  // 31-FEB would silently become 3 March.
  return number > 0 && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : undefined;
}

// Daylight time ran from the first Sunday of April to the last of October, 02:00 (Public Law 99-359; 1987 to 2006).
function easternOffset(local: string): string {
  const year = local.slice(0, 4);
  const daylight = local >= `${sundayFrom(`${year}-04-01`)}T02:00:00` && local < `${sundayFrom(`${year}-10-25`)}T02:00:00`;
  return daylight ? "-04:00" : "-05:00";
}

function sundayFrom(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}
