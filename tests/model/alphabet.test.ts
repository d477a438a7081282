import { describe, expect, test } from "vitest";
import { filingKey, headingOf } from "../../src/model/alphabet.ts";

describe("a name is filed under its first letter", () => {
  test.each([
    ["Lavrov, Sergey", "L", "La"],
    ["Łódź", "L", "Lo"],
    ["Ödön", "O", "Od"],
    ["'t Hooft", "T", "Th"],
    ["“Tiger” Woods", "T", "Ti"],
    ["O'Brien", "O", "Ob"],
    ["X", "X", "X"],
    ["3M", "#", "#"],
    ["!?", "#", "#"],
    // A script keeps its own letters.
    ["Лавров", "Л", "Ла"],
    ["Йонас", "И", "Ио"],
    ["Ωνάσης", "Ω", "Ων"],
    ["إبراهيم", "ا", "اب"],
    ["חיפה", "ח", "חי"],
    ["किम", "क", "कम"],
    // One of thousands of signs stands under its sound.
    ["北京", "B", "Be"],
  ])("%s under %s, of two letters under %s", (name, one, two) => {
    expect([headingOf(filingKey(name), 1), headingOf(filingKey(name), 2)]).toEqual([one, two]);
  });
});
