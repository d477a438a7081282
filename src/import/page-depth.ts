/** True where the elements of a page nest deeper than any page's, which only costs whoever reads it. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const { groups } of html.matchAll(/<(?<close>\/?)(?<name>[a-z][\w-]*)/giu)) {
    if (voidNames.has(groups?.["name"]?.toLowerCase() ?? "")) continue;
    depth += groups?.["close"] === "/" ? -1 : 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Of pages whose end tags are missing (`<p>`, `<li>`) this counts each; they stay far below. */
const deepest = 5_000;

const voidNames: ReadonlySet<string> = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option"]);
