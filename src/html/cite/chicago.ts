import type { CitedName } from "../../model/cited-name.ts";
import { escapeText, trustedSilently, type Html } from "../html.ts";
import { isOwnAuthor, withoutArticle, type Citation } from "./citation.ts";
import { citedDates } from "./cited-date.ts";
import { quotedTitle, stopped } from "./cited-title.ts";

/**
 * A bibliography entry by The Chicago Manual of Style, 17th edition (14.191-200): author, headline, newspaper and date,
 * address. An unsigned article stands under its newspaper (14.199); pages are left out.
 */
export function chicago(citation: Citation): Html {
  const { publication, date, print, changed, archive, url, authors } = citation;
  const newspaper = withoutArticle(publication);
  const unsigned = authors.length === 0 || isOwnAuthor(citation);
  const edition = print?.edition === undefined ? "" : `, ${print.edition}`;
  const details = sentence(`${citedDate(date) ?? ""}${edition}${changed === undefined ? "" : `, ${changed.how} ${citedDate(changed.date) ?? ""}`}`);
  const paper = `<i>${escapeText(newspaper)}</i>`;
  const title = quotedTitle(citation.title);
  const end = `${details} ${archive === undefined ? "" : `${stopped(archive)} `}${url}.`;
  return trustedSilently(unsigned ? `${paper}. ${escapeText(`${title} ${end}`)}` : `${escapeText(`${stopped(namesOf(authors))} ${title}`)} ${paper}, ${escapeText(end)}`);
}

// "n.d." has its stop; "[1987?]" has none.
function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

const citedDate = citedDates({
  // What somebody concluded stands in brackets (14.145).
  doubt: (words, { approximate, uncertain }) => `[${approximate ? "ca. " : ""}${words}${uncertain ? "?" : ""}]`,
  undated: "n.d.",
  order: (year, month, day) => (day === undefined ? `${month} ${year}` : `${month} ${day}, ${year}`),
});

/** Of more than ten authors the first seven are named (14.76). */
const mostNamed = 10;
const namedOfMany = 7;

function namesOf(authors: readonly CitedName[]): string {
  const named = (authors.length > mostNamed ? authors.slice(0, namedOfMany) : authors).map((name, i) => (i === 0 ? invertedName(name) : plainName(name)));
  if (authors.length > mostNamed) return `${named.join(", ")}, et al.`;
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")}, and ${named.at(-1) ?? ""}`;
}

/** "King, Martin Luther, Jr." */
export function invertedName(name: CitedName): string {
  return "literal" in name ? name.literal : [name.family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");
}

/** "Martin Luther King Jr." */
export function plainName(name: CitedName): string {
  return "literal" in name ? name.literal : [name.given, name.family, name.suffix].filter((part) => part !== undefined).join(" ");
}
