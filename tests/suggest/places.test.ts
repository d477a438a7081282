import { describe, expect, test } from "vitest";
import { shown, testContent } from "./content.ts";

const { article, write, suggest } = testContent();

const places = (): readonly string[] => shown(suggest()).filter((line) => line.startsWith("places")).toSorted();

describe("subject, dateline, depicted and merely mentioned are told apart", () => {
  test.each<[what: string, text: string, keys: string, found: readonly string[]]>([
    ["what the text places something in twice", "The pier in Sandhaven is shut. North of Sandhaven it rains.", "", ["places Sandhaven subject"]],
    ["what it names once", "The pier in Sandhaven is shut.", "", ["places Sandhaven - mentioned"]],
    ["the dateline", "The pier is shut.", "dateline: SANDHAVEN, March 2", ["places Sandhaven dateline"]],
    ["a dateline with what qualifies it", "The pier is shut.", "dateline: ST. AGNES-ON-SEA, Corn., March 2", ["places St. Agnes-on-Sea dateline"]],
    ["what only a caption shows", "The pier is shut.", "images:\n  - caption: Keepers in Lowport, Norway, on March 2.\n    credit: A", ["places Lowport - depicted", "places Norway - depicted"]],
    ["a country, which need not stand behind in", "Norway won. Norway sang. They thanked Norway.", "", ["places Norway subject"]],
    ["a pair behind one in", "It rained in Lowport and Sandhaven. It rained in Lowport.", "", ["places Lowport subject", "places Sandhaven - mentioned"]],
    ["a region by its kind", "The eastern Lowmark region is dry. They crossed the Lowmark region.", "", ["places Lowmark subject"]],
    ["a capital that speaks for a government", "Lowport said no. According to Lowport it was late. Talks with Lowport failed, and by Lowport, Sandhaven and Agnes they were called off.", "", []],
    ["peoples and tongues", "In Norwegian waters the Norwegian fleet met the Belarusian leader.", "", []],
    ["months, bodies and people behind in", "In March it rained. In Parliament they slept. In Lee's view it was late. In Mr. Lee they trust.", "", []],
  ])("%s", (_what, text, keys, found) => {
    article("1987/03/talks.md", text, `title: Talks Go On${keys === "" ? "" : `\n${keys}`}`);
    expect(places()).toEqual(found);
  });

  test("a name of two places is asked about, never guessed", () => {
    article("1987/03/talks.md", "In Georgia it rained. Georgia was wet. They left Georgia.");
    const outcome = suggest();
    expect(shown(outcome)).toEqual(["places Georgia? subject"]);
    expect(outcome.articles[0]?.suggestions[0]?.question).toBe("which Georgia is meant: the country or the US state?");
  });

  test("a name of two places that is merely mentioned is no question", () => {
    article("1987/03/talks.md", `${"It rained, and rained again. ".repeat(12)}It rained in Georgia too.`);
    expect(shown(suggest())).toEqual(["places Georgia - mentioned"]);
  });

  test("two records of one name are asked about, with their ids", () => {
    write("places.yaml", "georgia:\n  name: Georgia\ngeorgia-us:\n  name: Georgia\n  kind: state\n");
    article("1987/03/talks.md", "In Georgia it rained. Georgia was wet.");
    const questions = suggest().articles.flatMap(({ suggestions }) => suggestions.map(({ question }) => question));
    expect(questions).toEqual(Array(2).fill('"Georgia" can mean georgia or georgia-us; write the id of the one that is meant'));
  });
});

describe("known places", () => {
  const record = "lowport:\n  name: Lowport\n  variants: [Port-Bas]\n  country: norway\nnorway:\n  name: Norway\n";

  test("are found by any spelling, in dateline, title and lead; further down they are mentioned", () => {
    write("places.yaml", record);
    article("1987/03/talks.md", `Nothing happens. ${"It rained, and rained again. ".repeat(12)}They thought of Norway.`, "title: Talks\ndateline: PORT-BAS, March 2");
    expect(places()).toEqual(["places Lowport dateline", "places Norway - mentioned"]);
  });

  test.each([
    ["whole", "SAINT AGNES, Mich., March 2"],
    ["by the town", "LOWPORT, Ruritania, March 2"],
    ["by what qualifies the town", "MIDLAND, Mich., March 2"],
  ])("are found in a dateline %s", (_what, dateline) => {
    write("places.yaml", 'norway:\n  name: Norway\n  variants: [Lowport, Mich., "Saint Agnes, Mich."]\n');
    article("1987/03/talks.md", "Nothing.", `title: Talks\ndateline: ${dateline}`);
    expect(places()).toEqual(["places Norway dateline"]);
  });

  test("an article that is tagged with a place is not suggested it again, whatever the spelling", () => {
    write("places.yaml", record);
    article("1987/03/talks.md", "In Lowport it rains. In Lowport it rains.", "title: Talks\nplaces: [port-bas]");
    expect(places()).toEqual([]);
  });
});

describe("in a tagged archive its own tags say what a dateline and a word mean", () => {
  const month = (count: number, keys: string, text: string, from = 0): void => {
    for (let i = from; i < from + count; i++) article(`1987/03/story-${String(i)}.md`, text, `title: Story ${String(i)}\n${keys}`);
  };

  test("the town of a dateline gives the country its editors tag, with the count of the others", () => {
    month(60, "dateline: LOWPORT, March 2\nplaces: [norway]", "Text.");
    article("1987/03/new.md", "Text.", "title: New\ndateline: LOWPORT, March 3");
    expect(suggest().articles).toMatchObject([{ file: "1987/03/new.md", suggestions: [{ name: "norway", use: "dateline", confidence: 0.98, because: "60 of 60 other articles with this dateline are tagged norway", evidence: [{ line: 3, words: "LOWPORT, March 3" }] }] }]);
  });

  test("a word of the lead gives the country where the dateline does not", () => {
    month(60, "dateline: LOWPORT, March 2\nplaces: [norway]", "Text.");
    month(20, "dateline: LOWPORT, March 2\nplaces: [norway, sweden]", "A Swedish ship came in.", 60);
    article("1987/03/new.md", "The Swedish king left.", "title: New\ndateline: LOWPORT, March 3");
    expect(places()).toEqual(["places norway dateline", "places sweden subject"]);
  });

  test("no article is judged by its own tags", () => {
    month(60, "dateline: LOWPORT, March 2\nplaces: [norway]", "Text.");
    article("1987/03/odd.md", "The Zemblan king left.", "title: Odd\ndateline: ONHAVA, March 3\nplaces: [zembla]");
    // Were its own tag counted, the dateline of this article alone would speak for it.
    const outcome = suggest({ files: ["1987/03/odd.md"] });
    expect(outcome.articles).toEqual([]);
  });

  test("where editors tag countries, no town of a dateline is proposed as a new place", () => {
    month(60, "dateline: LOWPORT, March 2\nplaces: [norway]", "Text.");
    article("1987/03/new.md", "Text.", "title: New\ndateline: ONHAVA, March 3");
    expect(places()).toEqual([]);
  });
});
