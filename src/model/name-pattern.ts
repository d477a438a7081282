/**
 * A pattern that finds any of these names as whole words: longest first, any white space or emphasis between their words,
 * straight or curly apostrophes, composed or decomposed letters. `flags` are those of RegExp, "u" among them.
 */
export function namePattern(names: readonly string[], flags: string): RegExp {
  const sources = [...new Set(names.flatMap((name) => [name.normalize("NFC"), name.normalize("NFD")]))]
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(sourceOf);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

// "Jane **Doe**" and "Jane\nDoe" are both Jane Doe.
function sourceOf(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => word.split(/['’]/u).map((part) => RegExp.escape(part)).join("['’]"))
    .join("[\\s*_]+");
}
