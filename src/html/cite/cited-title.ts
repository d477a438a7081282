/**
 * A headline in double quotation marks, with the full stop inside where it does not end with a stop of its own. Double
 * marks inside become single, and single marks inside those double: `"It 'Is' True," Says He` -> `“‘It “Is” True,’ Says
 * He.”` (Chicago 13.30, MLA 6.39). A mark of other languages («», „“) stays.
 */
export function quotedTitle(title: string): string {
  return `“${stopped(innerQuotes(title))}”`;
}

/** Text that ends in a full stop, or in the question or exclamation mark it has; the stop stands inside quotation marks. */
export function stopped(text: string): string {
  let end = text.length;
  while (end > 0 && closingMarks.includes(text.charAt(end - 1))) end--;
  return end > 0 && stops.includes(text.charAt(end - 1)) ? text : `${text.slice(0, end)}.${text.slice(end)}`;
}

const closingMarks = "”’\"'»";
const stops = ".?!…。？！؟";

function innerQuotes(title: string): string {
  if (!/["“”‘’]/u.test(title)) return title;
  let inside = false;
  return title.replace(/["“”‘’]/gu, (mark, at: number) => {
    if (closesLow(title, at)) return mark;
    // A straight mark opens at the beginning of a word.
    if (mark === "“" || (mark === '"' && !inside && /(?:^|[\s([—–-])$/u.test(title.slice(0, at)))) {
      inside = true;
      return "‘";
    }
    if (mark === "”" || (mark === '"' && inside)) {
      inside = false;
      return "’";
    }
    if (!inside || mark === '"') return mark;
    if (mark === "‘") return "“";
    // The end of an inner quotation, and no apostrophe: "don’t".
    return opensBefore(title, at) && !/\p{L}/u.test(title.charAt(at + 1)) ? "”" : mark;
  });
}

// „So“ in German, „so” in Polish
function closesLow(title: string, at: number): boolean {
  const low = title.lastIndexOf("„", at);
  return low !== -1 && (title.charAt(at) === "“" || title.charAt(at) === "”") && !/[“”]/u.test(title.slice(low, at));
}

function opensBefore(title: string, at: number): boolean {
  return title.lastIndexOf("‘", at - 1) > title.lastIndexOf("’", at - 1);
}
