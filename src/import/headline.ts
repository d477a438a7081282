/** True where two lines are one headline; the kind of quotation marks and the width of blanks do not count. */
export function isSameHeadline(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(line: string): string {
  return line
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();
}
