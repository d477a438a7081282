import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/markdown.ts";
import type { Mentionable } from "../../src/model/page.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/* In a text, the first mention of each of its subjects leads to that subject's page. In the tables a link is [words](where). */

const subjects: readonly Mentionable[] = [
  { href: "/holm/", spellings: ["Astrid Holm", "A. Holm"] },
  { href: "/berg/", spellings: ["Nils Berg"] },
  { href: "/york/", spellings: ["York"] },
  { href: "/new-york/", spellings: ["New York"] },
  { href: "/new-york-city/", spellings: ["New York City"] },
  { href: "/oneill/", spellings: ["Tip O'Neill"] },
  { href: "/nunez/", spellings: ["José Núñez"] },
  { href: "/bank/", spellings: ["U.S. Bank (Trust)"] },
  { href: "/li/", spellings: ["李登輝"] },
  { href: "/d66/", spellings: ["D66"] },
];

const linked: readonly (readonly [what: string, text: string, shown: string])[] = [
  ["a name", "Then Astrid Holm spoke.", "Then [Astrid Holm](/holm/) spoke."],
  ["a variant", "Then A. Holm spoke.", "Then [A. Holm](/holm/) spoke."],
  ["once, whatever it is called next", "Astrid Holm, A. Holm and Astrid Holm.", "[Astrid Holm](/holm/), A. Holm and Astrid Holm."],
  ["once in the whole text", "Astrid Holm.\n\nAstrid Holm.\n\n- Astrid Holm", "[Astrid Holm](/holm/). Astrid Holm. Astrid Holm"],
  ["each subject", "Nils Berg and Astrid Holm.", "[Nils Berg](/berg/) and [Astrid Holm](/holm/)."],
  ["the longest name that fits", "In New York City.", "In [New York City](/new-york-city/)."],
  ["the shorter name where it stands alone", "In New York City, New York and York.", "In [New York City](/new-york-city/), [New York](/new-york/) and [York](/york/)."],
  ["not the shorter inside a longer that is linked already", "New York, New York, York.", "[New York](/new-york/), New York, [York](/york/)."],
  ["the name of a possessive", "Astrid Holm's boat, Nils Berg’s boat.", "[Astrid Holm](/holm/)'s boat, [Nils Berg](/berg/)’s boat."],
  ["over a line break", "Then Astrid\nHolm spoke.", "Then [Astrid Holm](/holm/) spoke."],
  ["over the lines of a quotation", "> Then Astrid\n> Holm spoke.", "Then [Astrid Holm](/holm/) spoke."],
  ["with a no-break space", "Then Astrid\u00a0Holm spoke.", "Then [Astrid Holm](/holm/) spoke."],
  ["with a straight apostrophe", "Tip O'Neill.", "[Tip O'Neill](/oneill/)."],
  ["with a curly apostrophe", "Tip O’Neill.", "[Tip O’Neill](/oneill/)."],
  ["in composed letters", "José Núñez.", "[José Núñez](/nunez/)."],
  ["in decomposed letters", "José Núñez.".normalize("NFD"), "[José Núñez](/nunez/).".normalize("NFD")],
  ["with signs that mean something to a pattern", "The U.S. Bank (Trust) closed.", "The [U.S. Bank (Trust)](/bank/) closed."],
  ["beside punctuation", "(Astrid Holm), “Nils Berg”—D66.", "([Astrid Holm](/holm/)), “[Nils Berg](/berg/)”—[D66](/d66/)."],
  ["in emphasis", "*Astrid Holm* and **Nils Berg**.", "[Astrid Holm](/holm/) and [Nils Berg](/berg/)."],
  ["in a table, a list, a quotation and a note", "| a |\n|---|\n| Astrid Holm |\n\n1. Nils Berg\n\n> D66[^1]\n\n[^1]: York.", "a [Astrid Holm](/holm/) [Nils Berg](/berg/) [D66](/d66/)[[1]](#fn1) [York](/york/). [↩︎](#fnref1)"],
  ["after an entity", "AT&amp;T and Astrid Holm.", "AT&amp;T and [Astrid Holm](/holm/)."],
];

const notLinked: readonly (readonly [what: string, text: string])[] = [
  ["part of a word", "Astrid Holmes, XAstrid Holm, Yorkshire, D667"],
  ["part of a word with a mark", "Astrid Holm\u0308"],
  ["other letters", "astrid holm, ASTRID HOLM, York".replace("York", "york")],
  ["a surname alone", "Holm and Berg."],
  ["a name in code", "The file `Astrid Holm`.\n\n    Nils Berg\n\n```\nD66\n```"],
  ["a name that is divided by other words", "Astrid, Holm"],
  ["a name over two paragraphs", "Astrid\n\nHolm"],
];

const mixed: readonly (readonly [what: string, text: string, shown: string])[] = [
  ["in a heading, but the next", "## Astrid Holm speaks\n\nAstrid Holm spoke.", "Astrid Holm speaks [Astrid Holm](/holm/) spoke."],
  ["in a link, but the next", "[Astrid Holm](https://example.org/) and Astrid Holm.", "[Astrid Holm](https://example.org/) and [Astrid Holm](/holm/)."],
  ["in a link with emphasis, but the next", "[see *Astrid Holm*](https://example.org/) and Astrid Holm.", "[see Astrid Holm](https://example.org/) and [Astrid Holm](/holm/)."],
  ["that is half in a link", "[Astrid](https://example.org/) Holm.", "[Astrid](https://example.org/) Holm."],
];

describe("the first mention becomes a link:", () => {
  test.each(linked)("%s", (_what, text, shown) => expect(shownBy(text)).toBe(shown));
});

describe("nothing becomes a link of", () => {
  test.each(notLinked)("%s", (_what, text) => expect(shownBy(text)).not.toContain("](/"));
});

describe("no link is made of a name", () => {
  test.each(mixed)("%s", (_what, text, shown) => expect(shownBy(text)).toBe(shown));
});

test("a text without subjects is as it was", () => {
  expect(shownBy("Astrid Holm *spoke*.", [])).toBe("Astrid Holm spoke.");
});

test("two subjects of one name: the first tag has it", () => {
  const namesakes = [{ href: "/first/", spellings: ["Georgia"] }, { href: "/second/", spellings: ["Georgia"] }];
  expect(shownBy("Georgia and Georgia.", namesakes)).toBe("[Georgia](/first/) and Georgia.");
});

test("what is quick for plain texts and what reads Markdown make the same links", () => {
  // A footnote sends the text through the Markdown reader, and is cut off again.
  const viaMarkdown = (text: string): string => shownBy(`${text}\n\n[^1]\n\n[^1]: End.`).replace(/ ?\[\[1\]\].*$/u, "");
  for (const [, text, shown] of linked.filter(([, source]) => /^[\p{L}\s.,'’()]+$/u.test(source))) {
    expect(viaMarkdown(text)).toBe(shown);
  }
});

describe("in an archive", () => {
  test.each([
    ["the names of its tags become links, of people, places and organizations, not of topics", "", ["/people/astrid-holm/", "/places/norrby/", "/organizations/harbour-board/"]],
    ["none do where archive.yaml says so", "firstMentionLinks: false\n", []],
  ])("%s", async (_what, settings, expected) => {
    const folder = mkdtempSync(path.join(tmpdir(), "backfile-mentions-"));
    mkdirSync(path.join(folder, "articles"));
    writeFileSync(path.join(folder, "articles/archive.yaml"), `title: Post\n${settings}`);
    writeFileSync(path.join(folder, "articles/a.md"), "---\ntitle: A\ndate: 1987-03-02\npeople: [Astrid Holm]\nplaces: [Norrby]\norganizations: [Harbour Board]\ntopics: [herring]\n---\n\nAstrid Holm of Norrby told the Harbour Board of the herring. Nils Berg is not tagged.\n");
    await buildForTest(path.join(folder, "articles"), path.join(folder, "site"));
    const page = readFileSync(path.join(folder, "site/a/index.html"), "utf8");
    expect([...page.matchAll(/<a href="(?<href>[^"]*)" class="mention">/gu)].map(({ groups }) => groups?.["href"])).toEqual(expected);
    forgetBuild(path.join(folder, "site"));
    rmSync(folder, { recursive: true });
  });
});

/** What a reader sees of a text, in one line: links as [words](where), entities as they are. */
function shownBy(text: string, mentionables: readonly Mentionable[] = subjects): string {
  const figure = (): never => {
    throw new Error("no picture was expected");
  };
  return renderBody(text, { href: (target) => target, figure }, mentionables)
    .map((block) => (block.kind === "markup" ? block.markup : ""))
    .join("")
    .replace(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gsu, "[$2]($1)")
    .replace(/<[^>]*>/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
