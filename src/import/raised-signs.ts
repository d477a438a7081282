/** Writes "2" as "²", where Unicode has every sign of the text raised; else undefined. */
export function raise(text: string): string | undefined {
  return replaceAll(text, raised);
}

/** Writes "2" as "₂", where Unicode has every sign of the text lowered; else undefined. */
export function lower(text: string): string | undefined {
  return replaceAll(text, lowered);
}

// Unicode 17, block "Superscripts and Subscripts" and the three signs of Latin-1.
const raised = pairs("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ");
const lowered = pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

function pairs(plain: string, signs: string): ReadonlyMap<string, string> {
  return new Map(Array.from(plain, (sign, at) => [sign, signs[at] ?? ""]));
}

function replaceAll(text: string, signs: ReadonlyMap<string, string>): string | undefined {
  const replaced = Array.from(text, (sign) => signs.get(sign));
  return text === "" || replaced.includes(undefined) ? undefined : replaced.join("");
}
