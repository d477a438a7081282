import fc from "fast-check";
import createMarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/content/markdown.ts";
import { escapeMarkdown, preformatted, subhead } from "../../src/import/markdown.ts";
import { textOfHtml } from "./text-of-html.ts";

const markdown = createMarkdown();
// Other programs show our files too, with HTML on.
const otherPrograms = new createMarkdownIt("commonmark", { html: true });

describe("escapeMarkdown escapes what would be markup, and nothing else", () => {
  test.each([
    ["Shares of IBM <IBM.N> rose 1-1/4 to $96", "Shares of IBM \\<IBM.N> rose 1-1/4 to $96"],
    ["5 < 6 and a <- b", "5 < 6 and a <- b"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["a *b* c", "a \\*b\\* c"],
    ["one U.S.* share", "one U.S.* share"],
    ["some_file_name of _us_", "some_file_name of \\_us\\_"],
    ["[Russian forces] <PRUL.L>", "[Russian forces] \\<PRUL.L>"],
    ["[x](y)", "\\[x](y)"],
    ["[note]: see below", "\\[note]: see below"],
    ["a^[note]", "a\\^[note]"],
    ["S&P, AT&T; &amp; and &#65;", "S&P, AT\\&T; \\&amp; and \\&#65;"],
    ["C:\\temp and \\*", "C:\\temp and \\\\*"],
    ["one ` alone", "one ` alone"],
    ["`code`", "\\`code\\`"],
    ["~~gone~~ but ~5 pct", "\\~\\~gone\\~\\~ but ~5 pct"],
    ["# 1 in the list", "\\# 1 in the list"],
    ["#1 in the list", "#1 in the list"],
    ["1987. A year", "1987\\. A year"],
    ["1987.5 points", "1987.5 points"],
    ["- a list", "\\- a list"],
    ["-5 degrees", "-5 degrees"],
    ["- - - -", "\\- - - -"],
    ["---", "\\---"],
    ["===", "==="],
    ["> quoted", "\\> quoted"],
    ["+ plus", "\\+ plus"],
    ["a | b | c", "a | b | c"],
    ["(C) (R) \"quotes\" -- http://example.org", "(C) (R) \"quotes\" -- http://example.org"],
  ])("%s is written as %s", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
    expect(readBack(expected)).toBe(text);
  });
});

test("any mixture of marks reads back as it was", () => {
  const pieces = ["*", "**", "_", "`", "``", "~~", "[", "]", "](", "^[a]", "[a]:", "[^a]", "^[", "!", "<", "<b", "</b>", "<http://a.b>", "&", "&amp;", "\\", "#", "-", "---", "+", "=", "1.", "12)", "|", " ", " ", "a", "é", ".", "(", ")", '"'];
  const next = pseudoRandom(20);
  const wrong: string[] = [];
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join("").replace(/\s+/gu, " ").trim();
    const escaped = escapeMarkdown(text);
    if (text !== "" && (readBack(escaped) !== text || readBack(escaped, otherPrograms) !== text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

describe("a paragraph of several lines stays one paragraph with its line breaks", () => {
  test.each([
    ["a heading's underline", "Prices\n===\nbelow", "Prices\n\\===\nbelow"],
    ["a rule", "Prices\n---", "Prices\n\\---"],
    ["a table", "a | b\n--- | ---\n1 | 2", "a | b\n\\--- | ---\n1 | 2"],
    ["a list item", "more than\n- this he underlined -", "more than\n\\- this he underlined -"],
    ["a number", "in\n1911. Then", "in\n1911\\. Then"],
    ["a backslash at a line's end", "C:\\\nend", "C:\\\\\nend"],
    ["emphasis over two lines", "a *b\nc* d", "a \\*b\nc\\* d"],
    ["a footnote", "as said\n[^1]: here", "as said\n\\[^1]: here"],
    ["a definition over two lines", "[a\nb]: c", "\\[a\nb]: c"],
  ])("%s", (_case, text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
    expect(readBack(expected)).toBe(text);
  });

  test("any mixture of lines", () => {
    const line = fc.array(fc.constantFrom("*", "_", "`", "~~", "[", "]", "](", "]:", "[^a]:", "<b", "&amp;", "\\", "#", "-", "---", "=", "1.", "|", ":-", " ", "a", "é", "\u00a0"), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join("").trim());
    const paragraph = fc.array(line.filter((text) => text !== ""), { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
    fc.assert(fc.property(paragraph, (text) => readBack(escapeMarkdown(text)) === text), { seed: 20, numRuns: 5000 });
  });
});

test.each([
  ["Keeper Wants ‘2nd Bridge,’ Board Says", "## Keeper Wants ‘2nd Bridge,’ Board Says"],
  ["Notes in C #", "## Notes in C \\#"],
  ["#", "## \\#"],
  ["1. The *Beginning*", "## 1. The \\*Beginning\\*"],
  ["- dash", "## - dash"],
])("the subhead %s is written as %s", (text, expected) => {
  expect(subhead(text)).toBe(expected);
  expect(textOfHtml(/<h2>(.*)<\/h2>/u.exec(markdown.render(expected))?.[1] ?? "")).toBe(text);
});

test("a preformatted block keeps lines that look like its own fence", () => {
  const lines = ["a   *b*", "```", "  <c>"];
  expect(textOfHtml(markdown.render(preformatted(lines)))).toBe(`${lines.join("\n")}\n\n`);
});

/** The text of the one paragraph that it renders as; undefined where it renders as anything else. */
function readBack(source: string, renderer: Pick<typeof markdown, "render"> = markdown): string | undefined {
  const inside = /^<p>before<\/p>\n<p>([^]*)<\/p>\n<p>after<\/p>\n$/u.exec(renderer.render(`before\n\n${source}\n\nafter\n`))?.[1];
  return inside === undefined || inside.includes("<") ? undefined : textOfHtml(inside);
}

// A fixed sequence, the same in every run: a failure can be looked at again.
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}
