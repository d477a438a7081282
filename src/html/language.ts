/** "rtl" for languages written from right to left, undefined for all others. Takes a BCP 47 tag. */
export function directionOf(language: string): "rtl" | undefined {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => subtag.length === 4);
  if (script !== undefined) return rightToLeftScripts.has(script) ? "rtl" : undefined;
  return rightToLeftLanguages.has(primary) ? "rtl" : undefined;
}

// Scripts and likely scripts by Unicode CLDR (scriptMetadata and likelySubtags).
const rightToLeftScripts = new Set(["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand", "aran"]);
const rightToLeftLanguages = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);
