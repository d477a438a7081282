import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/markdown.ts";
import { plainParagraphs } from "../../src/content/plain-text.ts";
import type { Mentionable } from "../../src/model/page.ts";
import { bareFigure } from "../html/samples.ts";
import { writeContent } from "../build/small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "../build/work-folder.ts";

const mentionables: readonly Mentionable[] = [
  { href: "/people/lavrov/", spellings: ["Sergey Lavrov", "Sergei Lavrov", "Lavrov"] },
  { href: "/people/o-neill/", spellings: ["Tip O'Neill", "O’Neill"] },
  { href: "/people/nunez/", spellings: ["José Núñez"] },
  { href: "/people/kim/", spellings: ["김대중"] },
  { href: "/people/doe/", spellings: ["J. Doe (Jr.)"] },
  { href: "/places/new-york/", spellings: ["New York"] },
  { href: "/places/new-york-city/", spellings: ["New York City"] },
  { href: "/places/us/", spellings: ["U.S.", "United States"] },
  { href: "/organizations/at-t/", spellings: ["AT&T"] },
  { href: "/organizations/nato/", spellings: ["NATO"] },
];

/** The links of a text: what is linked, and where to. */
function linksOf(source: string, subjects = mentionables): readonly string[] {
  const markup = renderBody(source, { href: (target) => target, figure: () => bareFigure, tableName: "Table" }, subjects)
    .map((block) => (block.kind === "markup" ? block.markup : ""))
    .join("");
  return [...markup.matchAll(/<a href="([^"]*)" class="mention">([^]*?)<\/a>/gu)].map(([, href, text]) => `${text} -> ${href}`);
}

// Nothing in these texts is markup, so that they can be read in both ways.
const plainTexts: readonly (readonly [string, string, readonly string[]])[] = [
  ["the name", "Then Sergey Lavrov spoke.", ["Sergey Lavrov -> /people/lavrov/"]],
  ["a variant", "Then Sergei Lavrov spoke.", ["Sergei Lavrov -> /people/lavrov/"]],
  ["the first of several spellings, once", "Then Lavrov spoke. Sergey Lavrov left; Lavrov had said so.", ["Lavrov -> /people/lavrov/"]],
  ["once over several paragraphs", "Then Lavrov spoke.\n\nAnd Lavrov left.", ["Lavrov -> /people/lavrov/"]],
  ["each subject once", "Lavrov met NATO; NATO met Lavrov.", ["Lavrov -> /people/lavrov/", "NATO -> /organizations/nato/"]],
  ["a possessive, without its ending", "In Lavrov's words.", ["Lavrov -> /people/lavrov/"]],
  ["a possessive with a curly apostrophe", "In Lavrov’s words.", ["Lavrov -> /people/lavrov/"]],
  ["no part of a longer word", "The Lavrovs, NATOism, LavrovX, Lavrov1, aNATO.", []],
  ["no other case", "Then lavrov spoke of nato.", []],
  ["beside dashes and quotation marks", "In “Lavrov”—NATO–wide.", ["Lavrov -> /people/lavrov/", "NATO -> /organizations/nato/"]],
  ["beside a hyphen", "The Lavrov-led talks.", ["Lavrov -> /people/lavrov/"]],
  ["at the beginning and at the end", "Lavrov met NATO", ["Lavrov -> /people/lavrov/", "NATO -> /organizations/nato/"]],
  ["the longest name", "In New York City it rained.", ["New York City -> /places/new-york-city/"]],
  ["the shorter name where it stands alone later", "In New York City it rained, in New York it snowed.", ["New York City -> /places/new-york-city/", "New York -> /places/new-york/"]],
  ["a straight apostrophe for either", "Then Tip O'Neill spoke.", ["Tip O'Neill -> /people/o-neill/"]],
  ["a curly apostrophe for either", "Then Tip O’Neill spoke.", ["Tip O’Neill -> /people/o-neill/"]],
  ["a straight apostrophe for a curly one", "Then O'Neill spoke.", ["O'Neill -> /people/o-neill/"]],
  ["a name with full stops", "The U.S. said no.", ["U.S. -> /places/us/"]],
  ["a name with signs of patterns", "Then J. Doe (Jr.) spoke.", ["J. Doe (Jr.) -> /people/doe/"]],
  ["composed accents", "Then José Núñez spoke.", ["José Núñez -> /people/nunez/"]],
  ["decomposed accents", "Then José Núñez spoke.".normalize("NFD"), [`${"José Núñez".normalize("NFD")} -> /people/nunez/`]],
  ["a name in another script", "Then 김대중 spoke.", ["김대중 -> /people/kim/"]],
  ["several blanks", "Then Sergey  Lavrov spoke.", ["Sergey  Lavrov -> /people/lavrov/"]],
  ["a blank that does not break", "Then Sergey\u00a0Lavrov spoke.", ["Sergey\u00a0Lavrov -> /people/lavrov/"]],
];

describe("the first mention of a subject is linked", () => {
  test.each(plainTexts)("%s", (_what, text, links) => {
    expect(plainParagraphs(text), "no plain text").toBeDefined();
    expect(linksOf(text)).toEqual(links);
  });

  test.each(plainTexts)("%s: in a text with markup too", (_what, text, links) => {
    const marked = `${text}\n\nAn *emphasised* word.`;
    expect(plainParagraphs(marked)).toBeUndefined();
    expect(linksOf(marked)).toEqual(links);
  });

  test.each([
    ["across a line break", "Then Sergey\nLavrov spoke.", ["Sergey\nLavrov -> /people/lavrov/"]],
    ["across a line break, the longest name", "In New\nYork City it rained.", ["New\nYork City -> /places/new-york-city/"]],
    ["across a line break that was made on purpose", "Then Sergey\\\nLavrov spoke.", ["Sergey<br>\nLavrov -> /people/lavrov/"]],
    ["across a line break in a quotation", "> Then Sergey\n> Lavrov spoke.", ["Sergey\nLavrov -> /people/lavrov/"]],
    ["with a sign that HTML escapes", "Then AT&T spoke.", ["AT&amp;T -> /organizations/at-t/"]],
    ["inside emphasis", "Then **Lavrov** spoke *of NATO*.", ["Lavrov -> /people/lavrov/", "NATO -> /organizations/nato/"]],
    ["in a list", "- Lavrov\n- NATO", ["Lavrov -> /people/lavrov/", "NATO -> /organizations/nato/"]],
    ["in a table", "| Who |\n|---|\n| Lavrov |", ["Lavrov -> /people/lavrov/"]],
    ["in a text that an escape interrupts", "Then Lavrov \\[sic\\] spoke.", ["Lavrov -> /people/lavrov/"]],
  ])("%s", (_what, text, links) => expect(linksOf(text)).toEqual(links));
});

describe("no mention is linked", () => {
  test.each([
    ["in a heading", "## Lavrov and NATO"],
    ["in a heading with an underline", "Lavrov and NATO\n---"],
    ["in a link", "See [what Lavrov said](https://example.org/)."],
    ["in emphasis inside a link", "See [what *Lavrov* said](https://example.org/)."],
    ["in an address", "See <https://example.org/Lavrov/NATO>."],
    ["in code", "Write `Lavrov`."],
    ["in a block of code", "```\nLavrov\n```"],
    ["in indented code", "    Lavrov"],
    ["in the description of a picture", "A ![Lavrov](a.png) here."],
  ])("%s", (_what, text) => expect(linksOf(text)).toEqual([]));

  test("of a subject that the article is not tagged with", () => {
    expect(linksOf("Lavrov met NATO.", [])).toEqual([]);
  });

  test("in a heading, but the first one below it is", () => {
    expect(linksOf("## Lavrov\n\nThen Lavrov spoke.")).toEqual(["Lavrov -> /people/lavrov/"]);
  });
});

test("two subjects with one spelling: the first one is linked, and only it", () => {
  const subjects: readonly Mentionable[] = [
    { href: "/people/georgia/", spellings: ["Georgia"] },
    { href: "/places/georgia/", spellings: ["Georgia"] },
  ];
  expect(linksOf("Georgia and Georgia.", subjects)).toEqual(["Georgia -> /people/georgia/"]);
});

test("an href with signs that HTML escapes is the same in both ways of reading", () => {
  const subjects: readonly Mentionable[] = [{ href: '/a"b&c/', spellings: ["Lavrov"] }];
  const plain = linksOf("Then Lavrov spoke.", subjects);
  expect(plain).toEqual(["Lavrov -> /a&quot;b&amp;c/"]);
  expect(linksOf("Then Lavrov *spoke*.", subjects)).toEqual(plain);
});

describe("on a site", () => {
  let work: WorkFolder;
  beforeEach(() => {
    work = makeWorkFolder();
    writeContent(work.content, {
      "people.yaml": "lavrov: { name: Sergey Lavrov, variants: [Lavrov] }\n",
      "1987/03/a.md": "---\ntitle: Lavrov Speaks\ndate: 1987-03-02\npeople: [Lavrov]\nplaces: [London]\norganizations: [NATO]\ntopics: [oil]\n---\nIn London Lavrov told NATO about oil.\n",
    });
  });
  afterEach(() => work.remove());

  test("people, places and organizations are linked, topics are not, under the base path", async () => {
    await work.build({ basePath: "/archive/" });
    expect(paragraph()).toBe(
      '<p>In <a href="/archive/places/london/" class="mention">London</a> <a href="/archive/people/lavrov/" class="mention">Lavrov</a> told <a href="/archive/organizations/nato/" class="mention">NATO</a> about oil.</p>',
    );
  });

  test("firstMentionLinks: false in archive.yaml switches them off, on pages that are built already too", async () => {
    await work.build();
    expect(paragraph()).toContain('class="mention"');
    writeContent(work.content, { "archive.yaml": "firstMentionLinks: false\n" });
    await work.build();
    expect(paragraph()).toBe("<p>In London Lavrov told NATO about oil.</p>");
  });

  function paragraph(): string {
    return /<p>In .*<\/p>/u.exec(readFileSync(path.join(work.site, "1987/03/a/index.html"), "utf8"))?.[0] ?? "";
  }
});
