/** People as a line of a page names them. */
export interface NamedPeople {
  readonly names: readonly string[];
  /** True where the line began with "By". */
  readonly by: boolean;
}

/**
 * Reads a line that may be a byline: "By Ann Lee", "ANN LEE AND TOM REED", "Ann Lee, Tom Reed and Jan van der Berg".
 * Gives undefined for a line that is no list of names. Names that cannot be told apart stay one text.
 */
export function readBylineLine(line: string): NamedPeople | undefined {
  const by = /^by:?\s+/iu.exec(line)?.[0];
  const text = by === undefined ? line : line.slice(by.length);
  if (text.length > longestByline) return undefined;
  const parts = separateNames(text);
  if (parts.every(isFullName)) return { names: parts, by: by !== undefined };
  // "By the staff of the Post", "By Ann Lee, Staff Writer": said to be a byline, whoever that is.
  const named = by !== undefined && /\p{Lu}/u.test(text) && text.split(/\s+/u).length <= mostWordsAfterBy && !/[.!?:;]$/u.test(text);
  return named ? { names: [text], by: true } : undefined;
}

/** Reads an end note such as "Reuters and Ann Lee contributed to this report."; undefined for any other line. */
export function readContributorNote(line: string): readonly string[] | undefined {
  if (line.length > longestNote) return undefined;
  const bare = line.replace(/^[([*_]+|[)\]*_]+$/gu, "");
  const text = /^(?<names>.+?)\s+(?:also\s+)?contributed(?:\s+reporting)?\s+to\s+this\s+(?:report|article|story)\.?$/u.exec(bare)?.groups?.["names"];
  if (text === undefined) return undefined;
  const parts = separateNames(text);
  return parts.every(isSource) ? parts : undefined;
}

const longestByline = 100;
const longestNote = 200;
const mostWordsAfterBy = 8;

// "Ann Lee, Tom Reed and Jan Fisk"; behind a comma alone may stand what somebody is: "Tom Reed, Staff Writer".
function separateNames(text: string): readonly string[] {
  if (!/\s(?:and|AND|&)\s/u.test(text)) return [text];
  return text.split(/\s*,\s*(?:and\s+)?|\s+(?:and|AND|&)\s+/u);
}

/** Two to five words with capitals: "Jan van der Berg". One word alone may be a subhead. */
export function isFullName(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length >= 2 && words.length <= 5 && isOfNames(words);
}

// "Reuters", "The Associated Press"
function isSource(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length <= 6 && isOfNames(words);
}

function isOfNames(words: readonly string[]): boolean {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return (nameWord.test(first) || particle.test(first)) && nameWord.test(last) && words.every((word) => nameWord.test(word) || particle.test(word));
}

// "Lee", "O’Neill", "d’Emilio", "al-Assad", "Jin-man", "J.", "Jr."; no figures: "Top 10 Stories" is nobody.
const nameWord = /^(?:[dlDL]['’]|(?:al|el|as|ad|ibn|bin)-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’-]*\.?$/u;
const particle = /^(?:de|da|di|do|dos|das|del|della|du|la|le|el|al|van|von|der|den|ter|ten|bin|ibn|y|e|the|of)$/u;
