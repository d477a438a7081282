import { describe, expect, test } from "vitest";
import { shown, testContent } from "./content.ts";

const { article, write, suggest } = testContent();

const people = (): readonly string[] => shown(suggest()).filter((line) => line.startsWith("people"));

describe("people are found by office and full name", () => {
  test.each<[what: string, text: string, found: readonly string[]]>([
    ["an office before the name, which is no part of it", "The Ruritanian Foreign Minister Rudolf Rassendyll left on Monday.", ["people Rudolf Rassendyll"]],
    ["an office with an object", "He met U.S. Secretary of State Ann Lee in the morning.", ["people Ann Lee"]],
    ["a small office", "That was denied by spokesman Tom Reed.", ["people Tom Reed"]],
    ["what a person says", "On Monday Tom Reed said it was late.", ["people Tom Reed"]],
    ["what a person is", "Ulla Berg, a keeper of the light, saw it.", ["people Ulla Berg"]],
    ["the surname again", "Ulla Berg came home. There was no letter for Berg.", ["people Ulla Berg"]],
    ["small words inside a name", "Minister Jan van der Berg left.", ["people Jan van der Berg"]],
    ["initials", "President Ann B. Lee left.", ["people Ann B. Lee"]],
    ["a first name that ends as a people's does", "Brian Lee said so.", ["people Brian Lee"]],
    ["an office without a name", "A State Department spokesperson said so. The Foreign Minister said nothing.", []],
    ["bodies and events", "The Wagner Group said so. The Maidan Revolution, a turn, was over. The Sandhaven Post told it.", []],
    ["a name with nothing around it", "They met at Tom Reed once.", []],
    ["a day", "In March Monday said nothing.", []],
  ])("%s", (_what, text, found) => {
    article("1987/03/talks.md", text);
    expect(people()).toEqual(found);
  });

  test("the evidence is the words with the office, and their line", () => {
    article("1987/03/talks.md", "The pier is shut.\n\nForeign Minister Rudolf\nRassendyll said so.");
    expect(suggest().articles[0]?.suggestions[0]).toMatchObject({ id: "rudolf-rassendyll", isNew: true, evidence: [{ line: 7, words: "Foreign Minister Rudolf Rassendyll" }], because: "full name behind an office" });
  });

  test("who wrote the article is nobody in the news", () => {
    article("1987/03/talks.md", "Ann Lee said so. Tom Reed said no.", "title: Talks\nbyline: Ann Lee");
    expect(people()).toEqual(["people Tom Reed"]);
  });

  test("a caption counts, and its line is the caption's", () => {
    article("1987/03/talks.md", "Nothing.", "title: Talks\nimages:\n  - caption: Minister Ann Lee at the pier.\n    credit: Tom Reed");
    expect(suggest().articles[0]?.suggestions).toMatchObject([{ name: "Ann Lee", evidence: [{ line: 4, words: "Minister Ann Lee" }] }]);
  });
});

describe("known people are found by any spelling", () => {
  const record = "ann-lee:\n  name: Ann Lee\n  variants: [Anna Lee-Smith]\ntom-reed:\n  name: Tom Reed\n";

  test("in the title, by full name, or by what an article is tagged with already: then not again", () => {
    write("people.yaml", record);
    article("1987/03/talks.md", "Anna Lee-Smith said so. Reed was there, and again Reed said no.", "title: Reed Goes\npeople: [Ann Lee]");
    expect(people()).toEqual(["people Tom Reed"]);
  });

  test("in other scripts, with and without capitals", () => {
    write("people.yaml", "ali-hasan:\n  name: علي حسن\nsergey-petrov:\n  name: Сергей Петров\n");
    article("1987/03/talks.md", "قال علي حسن إن الميناء مغلق. Это сказал Сергей Петров.", "title: علي حسن, Сергей Петров");
    expect(people().toSorted()).toEqual(["people Сергей Петров", "people علي حسن"].toSorted());
  });

  test("a surname behind another's first name is not theirs", () => {
    write("people.yaml", record);
    article("1987/03/talks.md", "Jane Reed said it, then Jane Reed left.", "title: Talks");
    expect(people()).toEqual(["people Jane Reed"]);
  });

  test("a bare surname of two people is neither's; a full name says whose it is", () => {
    write("people.yaml", "james-baker:\n  name: James Baker\nhoward-baker:\n  name: Howard Baker\n");
    article("1987/03/one.md", "Baker said so. Baker said no. Baker left.", "title: Baker Leaves");
    article("1987/03/two.md", "Howard Baker said so. Baker left, and Baker came back.", "title: Baker Leaves");
    expect(suggest().articles.map(({ file, suggestions }) => [file, suggestions.map(({ id, accepts }) => [id, accepts])])).toEqual([["1987/03/two.md", [["howard-baker", true]]]]);
  });

  test("a redacted name is neither found nor proposed", () => {
    write("people.yaml", "ann-lee:\n  name: Ann Lee\n  redact: true\n");
    article("1987/03/talks.md", "Minister Ann Lee said so. Lee left.");
    expect(people()).toEqual([]);
  });
});

describe("likely the same", () => {
  test("another spelling is asked about, and the article is not tagged with it", () => {
    article("1987/03/talks.md", "Minister Sergey Petrov said so. Petrov left.", "title: Talks\nimages:\n  - caption: Minister Sergei Petrov at the pier.\n    credit: Tom Reed");
    const outcome = suggest();
    expect(shown(outcome)).toEqual(["people Sergey Petrov", "people Sergei Petrov?"]);
    expect(outcome.articles[0]?.suggestions[1]).toMatchObject({ variantOf: "sergey-petrov", question: "is this Sergey Petrov? The surnames sound alike", accepts: false });
  });

  test("a new spelling of a known person is asked about too", () => {
    write("people.yaml", "sergey-petrov:\n  name: Sergey Petrov\n");
    article("1987/03/talks.md", "Minister Sergei Petrov said so.");
    expect(suggest().articles[0]?.suggestions).toMatchObject([{ name: "Sergei Petrov", variantOf: "sergey-petrov", accepts: false }]);
  });

  test("two records that may be one person are named", () => {
    write("people.yaml", "sergey-petrov:\n  name: Sergey Petrov\nsergei-petrow:\n  name: Sergei Petrow\nserhiy-petrenko:\n  name: Serhiy Petrenko\n");
    article("1987/03/talks.md", "Nothing.");
    expect(suggest().twins).toEqual([{ main: "Sergey Petrov", id: "sergey-petrov", other: "Sergei Petrow" }]);
  });
});
