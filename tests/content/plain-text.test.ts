import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMarkdown, renderBody } from "../../src/content/markdown.ts";
import { plainParagraphs } from "../../src/content/plain-text.ts";

const markdown = createMarkdown();
const noLinks = { tableName: "Table", href: (target: string) => target, figure: () => { throw new Error("no picture was expected"); } };

function fast(source: string): string {
  return renderBody(source, noLinks, []).map((block) => (block.kind === "markup" ? block.markup : "")).join("");
}

describe("a text without markup", () => {
  test.each([
    ["two paragraphs", "The first.\n\nThe second.\n", ["The first.", "The second."]],
    ["a year at the beginning", "1987 was a year.", ["1987 was a year."]],
    ["curly and straight quotation marks", "“Yes,” he said.\n\n\"No.\"", ["“Yes,” he said.", "\"No.\""]],
    ["other scripts", "Москва.\n\n北京", ["Москва.", "北京"]],
    ["signs that are escaped", "\\<IBM.N\\> rose.\n\n1987\\. Then", ["<IBM.N> rose.", "1987. Then"]],
  ])("is told by its signs: %s", (_, source, paragraphs) => expect(plainParagraphs(source)).toEqual(paragraphs));

  test.each([
    ["a list", "- one"],
    ["a numbered list", "1987. Then"],
    ["a heading", "# Title"],
    ["a line break inside", "one\ntwo"],
    ["a rule", "---"],
    ["a quotation", "> said"],
    ["emphasis", "so *very* so"],
    ["an entity", "A&amp;B"],
    ["an escape that is none", "so \\a"],
    ["an escaped line break", "one\\\ntwo"],
    ["half an escaped tag", "\\<IBM.N <a>"],
    ["an indented line", "    code"],
    ["a blank at the end", "word "],
    ["a no-break space at the end", "word\u00a0"],
  ])("is not taken for one: %s", (_, source) => expect(plainParagraphs(source)).toBeUndefined());

  test("is printed as the parser prints it, whatever the signs", () => {
    const sign = fc.constantFrom(..."aZé9 .)-+=#>:!?'\"“”—/()$%\n\n\n".split(""), "1. ", "- ", "# ", "\u00a0", "\u2028", "http://a.b ", "(c)", "...", "\\<", "\\>", "\\-", "\\.", "\\#", "\\\\", "\\", "&");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }).map((signs) => signs.join("")), (source) => {
        expect(fast(source)).toBe(markdown.render(source));
      }),
      { seed: 1987, numRuns: 20_000 },
    );
  });

  test("links the same first mentions, whatever is escaped", () => {
    const names = [{ href: "/a/", spellings: ["A&B", "Ada"] }, { href: "/ibm/", spellings: ["<IBM.N>", "IBM"] }];
    const piece = fc.constantFrom("Ada ", "A\\&B ", "A\\&", "B", "\\<IBM.N\\>", "IBM", " said ", ".", "\\.", "\n\n", "x");
    const markupOf = (source: string): string => renderBody(source, noLinks, names).map((block) => (block.kind === "markup" ? block.markup : "")).join("");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => `Then ${pieces.join("")}.`), (source) => {
        // The second ends with what only the parser reads.
        expect(`${markupOf(source)}<p><em>x</em></p>\n`).toBe(markupOf(`${source}\n\n*x*`));
      }),
      { seed: 1987, numRuns: 5_000 },
    );
  });
});
