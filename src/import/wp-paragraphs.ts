/**
 * Does for a text of WordPress's classic editor what WordPress does when it shows one (`wpautop`): line breaks become
 * `<br>`, blank lines two of them, which the reader of HTML takes for the end of a paragraph. A text of the block editor
 * has its paragraphs.
 */
export function markParagraphs(html: string): string {
  if (/<!--\s+wp:/u.test(html)) return html;
  let verbatim: string | undefined;
  return html
    .replace(/\r\n?/gu, "\n")
    .split(tags)
    .map((part, at, parts) => {
      const isTag = at % 2 === 1;
      if (isTag) {
        const { close, name = "" } = /^<(?<close>\/?)(?<name>[a-z][\w-]*)/iu.exec(part)?.groups ?? {};
        if (verbatim === undefined && close === "" && verbatimNames.has(name.toLowerCase())) verbatim = name.toLowerCase();
        else if (verbatim === name.toLowerCase() && close === "/") verbatim = undefined;
        return part;
      }
      if (verbatim !== undefined || !part.includes("\n")) return part;
      // Between the tags of a table or a list line breaks only keep the source in order.
      const inner = part.trim() === "" && isBlockTag(parts[at - 1]) && isBlockTag(parts[at + 1]);
      return inner ? part : part.replace(/[ \t]*\n[ \t]*/gu, "<br>");
    })
    .join("");
}

// With one group, so that the tags stand at the odd places. A tag ends at ">" outside of quotation marks, a comment at its end.
const tags = /(<!--[^]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>)/giu;
const verbatimNames: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea", "svg", "code"]);

function isBlockTag(tag: string | undefined): boolean {
  return tag === undefined || /^<\/?(?:table|thead|tbody|tfoot|tr|t[dh]|caption|colgroup|col|ul|ol|li|dl|dt|dd|div|section|article|figure|figcaption|blockquote|p|h[1-6]|hr|pre|form|iframe|!--)/iu.test(tag);
}
