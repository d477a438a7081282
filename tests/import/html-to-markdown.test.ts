import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/content/markdown.ts";
import { readHtmlPiece } from "../../src/import/html-document.ts";
import { htmlToMarkdown } from "../../src/import/html-to-markdown.ts";
import type { HtmlConversion } from "../../src/import/html-to-markdown.ts";
import { compareWords } from "../../src/import/round-trip.ts";
import { readTextCases } from "../text-fixtures.ts";

describe("HTML becomes Markdown, and what is lost is named", () => {
  test.each(readTextCases("html-to-markdown").map(({ title, input, output }) => [title, input, output] as const))("%s", (_title, input, output) => {
    expect(shown(htmlToMarkdown(readHtmlPiece(input)))).toBe(output);
  });
});

describe("the words of the article are those of the page", () => {
  // Pieces of text that are markup in Markdown, and elements in any mixture.
  const words = fc.constantFrom("word", "a", "é", "1.", "#", ">", "*", "**", "_x_", "`", "~~", "[a]", "](", "!", "<b", "&amp;", "\\", "# ", "- ", "1. ", "> ", "| ", "--- | ---", " ", "\n", '"', "é", "\u00a0", "^", "[^1]:", "===", "(", ")", "😀");
  const text = fc.array(words, { maxLength: 4 }).map((pieces) => pieces.join("").replace(/&(?!amp;)/gu, "&amp;").replace(/</gu, "&lt;"));
  const inlines = ["b", "i", "s", "code", "a href='https://example.org/a_(b)'", "span", "sup", "q"];
  const blocks = ["p", "div", "h2", "blockquote", "ul><li", "ol start=5><li", "table><tr><td", "table><tr><th", "pre", "dl><dt", "figure", "x-y"];
  const { html } = fc.letrec<{ html: string; inline: string }>((tie) => ({
    inline: fc.oneof(text, fc.tuple(fc.constantFrom(...inlines), tie("inline"), text, tie("inline")).map(([tag, one, two, three]) => element(tag, one) + two + three), fc.constantFrom("<br>", "<img src=a.jpg alt=''>")),
    html: fc.oneof(tie("inline"), fc.tuple(fc.constantFrom(...blocks, ...inlines), tie("html"), tie("html")).map(([tag, one, two]) => element(tag, one) + two)),
  }));

  test("for any mixture of elements and signs", () => {
    fc.assert(
      fc.property(html, (source) => {
        expect(htmlToMarkdown(readHtmlPiece(source)).notes.filter(({ kind }) => kind === "text differs from the source's")).toEqual([]);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  test("and a difference is reported with its place", () => {
    const root = readHtmlPiece("<p>The bank raised its rate by a half point.</p>");
    expect(compareWords(root, new Map(), [], "The bank raised its rate by half point.")).toEqual([
      { level: "warning", kind: "text differs from the source's", text: 'in the text the source has "its rate by a half point.", the article "its rate by half point."' },
    ]);
  });
});

test("marks of any nesting are written so that they read back, or are named", () => {
  const piece = fc.tuple(fc.constantFrom("b", "i", "s", "a href='https://example.org/'"), fc.constantFrom("x", "y z", "“q”", "(p)", "*", " "));
  const nested = fc.array(fc.tuple(piece, piece), { minLength: 1, maxLength: 4 }).map((pairs) => pairs.map(([[a, x], [b, y]]) => element(a, x + element(b, y) + x)).join(""));
  fc.assert(
    fc.property(nested, (source) => {
      const { markdown, notes } = htmlToMarkdown(readHtmlPiece(`<p>${source}</p>`));
      const named = notes.some(({ kind }) => kind.startsWith("emphasis"));
      const html = createMarkdown().render(markdown);
      expect(named || marked(html) === marked(source)).toBe(true);
    }),
    { seed: 7, numRuns: 3000 },
  );
});

test("a page that nests without end is read without one", () => {
  const deep = "<div>".repeat(50_000) + "end" + "</div>".repeat(50_000);
  expect(htmlToMarkdown(readHtmlPiece(deep)).markdown).toBe("end");
  expect(htmlToMarkdown(readHtmlPiece("<ul><li>a".repeat(150))).notes.map(({ kind }) => kind)).toContain("lists or quotations nested too deep, kept as paragraphs");
});

test("a cell cannot ask for memory without end", () => {
  const { markdown } = htmlToMarkdown(readHtmlPiece("<table><tr><td>a<td>b<tr><td colspan=1000000000 rowspan=1000000000>c</table>"));
  expect(markdown.length).toBeLessThan(5000);
});

function element(tag: string, inside: string): string {
  const names = tag.split(">").map((part) => part.replace(/^</u, "").split(" ")[0] ?? "");
  return `<${tag}>${inside}${names.reverse().map((name) => `</${name}>`).join("")}`;
}

function shown({ markdown, notes, images }: HtmlConversion): string {
  const lines = [
    ...notes.filter(({ level }) => level !== "guess").map(({ level, kind, text }) => text ?? (level === "count" ? `${kind} (count)` : kind)),
    ...images.map(({ id, ...image }) => `${id ?? ""}: ${JSON.stringify(image)}`),
    ...notes.filter(({ level }) => level === "guess").map(({ text }) => text ?? ""),
  ];
  return lines.length === 0 ? markdown : [markdown, "--", ...lines].join("\n");
}

// Which words are marked how: "b:x", without the order of nesting and without blanks.
function marked(html: string): string {
  const open: string[] = [];
  return html
    .replace(/&quot;/gu, '"')
    .split(/(<[^>]*>)/u)
    .flatMap((part) => {
      const tag = /^<(?<close>\/?)(?<name>\w+)/u.exec(part)?.groups;
      const name = { strong: "b", em: "i" }[tag?.["name"] ?? ""] ?? tag?.["name"] ?? "";
      if (!tag) return Array.from(part.replace(/\s/gu, ""), (sign) => `${sign}${[...new Set(open)].sort().join("")}`);
      if (tag["close"] === "/") open.splice(open.lastIndexOf(name), 1);
      else if (name !== "p") open.push(name);
      return [];
    })
    .join(" ");
}
