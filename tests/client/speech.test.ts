import { describe, expect, test } from "vitest";
import { describe as describeResults } from "../../src/client/search-view.ts";
import { parseSpeech } from "../../src/client/speech.ts";
import { ar } from "../../src/html/strings/ar.ts";
import { en } from "../../src/html/strings/en.ts";
import { es } from "../../src/html/strings/es.ts";

const [english, spanish, arabic] = [en, es, ar].map(({ search }) => parseSpeech(JSON.stringify(search.script)));

describe("what the script says", () => {
  test.each([
    [english, 1987, 10, true, "1,987 results · 10 shown"],
    [english, 1, 1, true, "1 result"],
    [english, 12, 10, false, "At least 12 results · 10 shown"],
    [english, 0, 0, true, "No results."],
    [spanish, 1987, 10, true, "1.987 resultados · se muestran 10"],
    [spanish, 1, 1, true, "1 resultado"],
    [arabic, 2, 2, true, "نتيجتان"],
    [arabic, 11, 11, true, "11 نتيجة"],
  ] as const)("counts by the language's plurals", (speech, total, shown, complete, text) => {
    expect(speech && describeResults(speech, total, shown, complete)).toBe(text);
  });

  test.each([
    [english, "1987-10-19", "19 October 1987"],
    [english, "1987-10", "October 1987"],
    [english, "0987", "987"],
    [spanish, "1987-10-19", "19 de octubre de 1987"],
    [arabic, "1987-10", "أكتوبر 1987"],
  ] as const)("names a period as the pages do", (speech, period, text) => expect(speech?.period(period)).toBe(text));

  test("has every word that it is asked for, in every language", () => {
    const names = ["partial", "meant", "period", "literal", "remove", "from", "to", "failed", "noFacets", "kinds.people", "kinds.places", "kinds.organizations", "kinds.topics"];
    for (const speech of [english, spanish, arabic]) expect(names.filter((name) => speech?.say(name, "x") === "")).toEqual([]);
  });

  test("puts a text in its place as it is", () => expect(english?.say("meant", "$& <b>#")).toBe("Did you mean $& <b>#?"));
});
