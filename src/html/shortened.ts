/** A text of at most so many characters, cut between words where it can be: ("The Backfile Sampler", 16) -> "The Backfile…". */
export function shortened(text: string, longest: number): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const cut = signs.slice(0, longest - 1).join("");
  const whole = /\s/u.test(signs[longest - 1] ?? "") ? cut : cut.replace(/\s+\S*$/u, "");
  return `${whole.trimEnd()}…`;
}
