/** Where, and on which day, a story was filed: "LONDON, March 2". The raw text is what is printed. */
export interface Dateline {
  readonly raw: string;
  /** Place as written, "LONDON", "ST. LOUIS, Mo.", "PARIS/BONN"; undefined where the text could not be read. */
  readonly place: string | undefined;
  /** Day as written, "March 2". */
  readonly date: string | undefined;
}

/**
 * Takes a dateline as printed and reads place and day from it; what it cannot read stays in `raw` alone. The order is that of
 * the wire services: place, then day, then agency in parentheses, then a dash. Only a place is sure to be there.
 */
export function parseDateline(text: string): Dateline {
  const raw = text.trim();
  if (raw.length > longestDateline) return { raw, place: undefined, date: undefined };
  const bare = withoutParentheses(raw.replace(closingSigns, "")).replace(closingSigns, "");
  for (const day of days) {
    const at = day.exec(bare);
    if (at !== null) return { raw, place: placeOf(bare.slice(0, at.index)), date: at.groups?.["day"] };
  }
  return { raw, place: placeOf(bare), date: undefined };
}

// "LONDON, March 2 -", "LONDON, 2 March (Reuters) --", "MADRID (EFE).-"
const closingSigns = /(?:(?<=[)）])\.)?[\s,，:]*[-–—―]*\s*$/u;

/** Names of months as the wires write them, abbreviated or not: a form ends at a letter's end, so that "Mar" is not "Marburg". */
const months = {
  english: "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?",
  others: [
    "Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember", // German, beside the English forms
    "janvier|janv|février|févr|mars|avril|avr|mai|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic",
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|fev|set|out|dez",
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|ott",
    "januari|februari|maart|mei|augustus|mrt",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
  ].join("|"),
} as const;

const end = "[\\s.]*$";
const year = "(?:,?\\s*(?:de\\s+)?\\d{4})?";
const monthFirst = `(?:${months.english})\\.?\\s+\\d{1,2}(?:\\s*[-/]\\s*\\d{1,2})?${year}`;
const dayFirst = `\\d{1,2}(?:\\.|er|º|st|nd|rd|th)?\\s+(?:de\\s+|of\\s+)?(?:${months.english}|${months.others})(?!\\p{L})\\.?${year}`;
const numbers = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:\\d{4})?";
const cjk = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|(?:\\d{4}년\\s*)?\\d{1,2}월\\s*\\d{1,2}일";
// "Monday, March 2", "lundi 2 mars", "den 2. März", "a 2 de marzo", "the 2nd of March".
const weekday = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)";
const lead = `(?:${weekday}\\s*,?\\s+)?(?:(?:le|den|am|el|a|il|the)\\s+)?`;

const days: readonly RegExp[] = [
  new RegExp(`(?:^|[,，]\\s*)${lead}(?<day>${monthFirst}|${dayFirst}|${numbers}|${cjk})${end}`, "iu"),
  // Without its comma a day is sure only where nothing else could be meant: "LONDON March 2", not "CAMP MAY 2".
  new RegExp(`\\s+(?<day>${monthFirst}|${dayFirst})${end}`, "u"),
  new RegExp(`\\s*(?<day>${cjk})${end}`, "u"),
];

// The agency: "GENEVA (Reuters)", "LONDON, March 2 (AP)". A place in parentheses is the whole dateline: "(Paris)".
function withoutParentheses(text: string): string {
  const whole = /^\((?<inner>[^()]+)\)$/u.exec(text)?.groups?.["inner"];
  return whole ?? text.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "");
}

/** "WASHINGTON/UNITED NATIONS, Wednesday, September 30, 1987 (Agence France-Presse)" and half as much again. */
const longestDateline = 120;

/** More than this is a sentence that stands where a dateline should. */
const longestPlace = 60;

function placeOf(text: string): string | undefined {
  const place = text.replace(closingSigns, "").trim();
  return place === "" || place.length > longestPlace || /\d/u.test(place) || !/\p{L}/u.test(place) ? undefined : place;
}
