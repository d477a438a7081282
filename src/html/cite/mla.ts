import type { CitedName } from "../../model/cited-name.ts";
import { escapeText, trustedSilently, type Html } from "../html.ts";
import { invertedName, plainName } from "./chicago.ts";
import { isOwnAuthor, type Citation } from "./citation.ts";
import { citedDates } from "./cited-date.ts";
import { pageRange } from "./page-range.ts";
import { quotedTitle, stopped } from "./cited-title.ts";

/**
 * A works-cited entry by the MLA Handbook, 9th edition: author, headline, newspaper with what places it, the archive as
 * second container, address without its scheme (5.95). An unknown date and an author that is the publisher are left out.
 */
export function mla(citation: Citation): Html {
  const { authors, title, publication, date, print, archive, url, changed } = citation;
  const author = authors.length === 0 || isOwnAuthor(citation) ? "" : `${stopped(namesOf(authors))} `;
  const number = print === undefined ? "" : listed(print.edition) + listed(print.volume, "vol. ") + listed(print.issue, "no. ");
  const details = number + listed(citedDate(date)) + listed(print?.page && pages(print.page));
  const container = archive === undefined ? "" : `. <i>${escapeText(archive)}</i>`;
  const change = changed === undefined ? "" : ` ${changed.how === "corrected" ? "Corrected" : "Updated"} ${citedDate(changed.date) ?? ""}.`;
  return trustedSilently(`${escapeText(author + quotedTitle(title))} <i>${escapeText(publication)}</i>${escapeText(details)}${container}, ${escapeText(`${url.replace(/^https?:\/\//u, "")}.${change}`)}`);
}

function listed(part: string | undefined, word = ""): string {
  return part === undefined || part === "" ? "" : `, ${word}${part}`;
}

const citedDate = citedDates({
  doubt: (words, { approximate, uncertain }) => `${approximate ? "circa " : ""}${words}${uncertain ? "?" : ""}`,
  undated: undefined,
  order: (year, month, day) => `${day === undefined ? "" : `${day} `}${short(month)} ${year}`,
});

// Longer names of months are cut (MLA appendix 1); May, June and July stay, and so do seasons.
function short(month: string): string {
  return shortMonths[month] ?? month;
}

const shortMonths: Readonly<Record<string, string>> = { January: "Jan.", February: "Feb.", March: "Mar.", April: "Apr.", August: "Aug.", September: "Sept.", October: "Oct.", November: "Nov.", December: "Dec." };

// "A1, A4" and "12-14" are several.
function pages(page: string): string {
  return `${/[,–+-]/u.test(page) ? "pp." : "p."} ${pageRange(page)}`;
}

function namesOf([first, second, ...others]: readonly CitedName[]): string {
  const head = first === undefined ? "" : invertedName(first);
  if (second === undefined) return head;
  return others.length > 0 ? `${head}, et al.` : `${head}, and ${plainName(second)}`;
}
