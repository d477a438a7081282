import { findDates } from "./dates-in-text.ts";
import { isKnownAgency, isLabelled, looksLikeCredit, looksLikeFullName } from "./credit-line.ts";
import { endsSentence, findSentenceStarts } from "./sentences.ts";

/** A caption, and the credit that stood at its end, both as printed. */
export interface Caption {
  readonly text: string;
  readonly credit: string;
}

/**
 * Reads a line whose end is a photo credit, in parentheses or bare: "The harbour at dawn on Jan. 3, 2020. Ann Lee/Reuters".
 * Gives undefined where the line is more likely a paragraph.
 */
export function readCaption(line: string): Caption | undefined {
  if (line.length > longestCaption) return undefined;
  const inside = splitParentheses(line);
  if (inside) return isCaptionBefore(inside.text) && looksLikeCredit(inside.credit) && isMarked(inside) ? inside : undefined;
  return splitBare(line, looksLikeCredit);
}

/** As `readCaption`, where the place of the line already speaks for a caption: a bare full name counts as a credit too. */
export function readCaptionAtLead(line: string): Caption | undefined {
  const inside = splitParentheses(line);
  const isCredit = (text: string): boolean => looksLikeCredit(text) || looksLikeFullName(text);
  return readCaption(line) ?? (inside && endsSentence(inside.text) && isCredit(inside.credit) ? inside : splitBare(line, looksLikeFullName));
}

/**
 * Reads two lines that follow one another and say the same: once with parentheses around the credit and once bare or
 * without it, or twice alike. That they do is enough to know the credit, whatever its form.
 */
export function readTwins(first: string, second: string): Caption | undefined {
  if (first.length > longestCaption || second.length > longestCaption) return undefined;
  const [one, other] = [first, second].map(collapse);
  if (one === other) return readCaption(first);
  const inside = splitParentheses(first);
  if (inside && [inside.text, `${inside.text} ${inside.credit}`].some((text) => collapse(text) === other)) return inside;
  // A line before that has no credit may be a paragraph.
  const below = splitParentheses(second);
  if (below && collapse(`${below.text} ${below.credit}`) === one) return below;
  return undefined;
}

/** True for a line that was not read as a caption and may yet be one: it ends with an agency or with a name and no full stop. */
export function mayBeCaption(line: string): boolean {
  if (line.length > longestCaption || !isCaptionBefore(line)) return false;
  const inside = splitParentheses(line);
  const end = inside ? inside.credit : line.slice(findSentenceStarts(line).findLast(({ certainty }) => certainty === "sure")?.at ?? line.length);
  if (looksLikeFullName(end)) return true;
  const last = /(?:\/|\svia\s|\()\s*(?<agency>[^/()]+?)\)?$/u.exec(line)?.groups?.["agency"];
  return last !== undefined && isKnownAgency(last);
}

/** Captions are a few sentences; a paragraph of this length is none, whatever its end. */
const longestCaption = 1500;

// "Alpha (Reuters)" is a heading or a byline.
function isCaptionBefore(text: string): boolean {
  return text.split(/\s+/u).length >= 4;
}

// "the exchanges (Ernst Young/Price House)" may be prose; a full stop before the parenthesis or a known agency in it says
// more. "the ministry said. (Reuters)" is a news story that names its agency; a caption says when the photo was taken.
function isMarked({ text, credit }: Caption): boolean {
  if (isKnownAgency(credit) && !credit.includes("/")) return findDates(text).some(({ year }) => year !== undefined);
  return isLabelled(credit) || endsSentence(text) || credit.split(/\/|\svia\s/u).some((part) => isKnownAgency(part.trim()));
}

function splitParentheses(line: string): Caption | undefined {
  const { text, credit } = /^(?<text>.*\S)\s*\(\s*(?<credit>[^()]*[^()\s])\s*\)$/su.exec(line)?.groups ?? {};
  return text === undefined || credit === undefined ? undefined : { text, credit };
}

// The credit begins where the last sentence ended; where that end may have been an abbreviation ("D.C. Ann Lee/Reuters"),
// the latest place where it makes a credit.
function splitBare(line: string, isCredit: (text: string) => boolean): Caption | undefined {
  const starts = findSentenceStarts(line);
  const last = starts.findLastIndex(({ certainty }) => certainty === "sure");
  const sure = starts[last];
  const candidates = [...(sure ? [sure] : []), ...starts.slice(last + 1).reverse()];
  const start = candidates.find(({ at }) => isCredit(line.slice(at)));
  if (!start) return undefined;
  const text = line.slice(0, start.at).trimEnd();
  return isCaptionBefore(text) ? { text, credit: line.slice(start.at) } : undefined;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
