import type { PrintPlace } from "../../model/article.ts";
import type { CitedName } from "../../model/cited-name.ts";
import { escapeText, trustedSilently, type Html } from "../html.ts";
import { isOwnAuthor, type Citation } from "./citation.ts";
import { citedDates } from "./cited-date.ts";
import { pageRange } from "./page-range.ts";
import { stopped } from "./cited-title.ts";

/**
 * A reference by the Publication Manual of the American Psychological Association, 7th edition (10.1, example 16): author,
 * date, headline, newspaper, address. The headline keeps its capitals, since no program knows which of them are names'.
 */
export function apa(citation: Citation): Html {
  const { authors, title, date, publication, print, url, changed } = citation;
  const when = `(${citedDate(date) ?? ""}).`;
  const head = authors.length === 0 ? `${stopped(title)} ${when}` : `${stopped(namesOf(authors))} ${when} ${stopped(title)}`;
  const where = isOwnAuthor(citation) ? "" : ` <i>${escapeText(publication)}</i>${print === undefined ? "" : placeOf(print)}.`;
  const correction = changed?.how === "corrected" ? ` (Correction published ${citedDate(changed.date) ?? ""})` : "";
  return trustedSilently(`${escapeText(head)}${where} ${escapeText(url + correction)}`);
}

const citedDate = citedDates({
  doubt: (words) => `ca. ${words}`,
  undated: "n.d.",
  order: (year, month, day) => `${year}, ${month}${day === undefined ? "" : ` ${day}`}`,
});

function placeOf({ volume, issue, page }: PrintPlace): string {
  const number = volume === undefined ? "" : `, <i>${escapeText(volume)}</i>${issue === undefined ? "" : escapeText(`(${issue})`)}`;
  return page === undefined ? number : `${number}, ${escapeText(pageRange(page))}`;
}

/** Of more than twenty authors the first nineteen and the last are named (9.8). */
const mostNamed = 20;

function namesOf(authors: readonly CitedName[]): string {
  const named = authors.map(initialled);
  const last = named.at(-1) ?? "";
  if (named.length > mostNamed) return `${named.slice(0, mostNamed - 1).join(", ")}, . . . ${last}`;
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")}, & ${last}`;
}

// "Martin Luther King Jr." -> "King, M. L., Jr."; "Jean-Luc Nancy" -> "Nancy, J.-L."
function initialled(name: CitedName): string {
  if ("literal" in name) return name.literal;
  const initials = name.given
    .split(/(?<=\.)\s*(?=\p{L})|\s+/u)
    .map((word) => word.split(/[‐-]/u).flatMap((part) => /\p{L}\p{M}*/u.exec(part)?.[0] ?? []).map((letter) => `${letter.toUpperCase()}.`).join("-"));
  return [name.family, initials.join(" "), name.suffix].filter((part) => part !== undefined).join(", ");
}
