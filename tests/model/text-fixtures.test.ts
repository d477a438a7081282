import { describe, expect, test } from "vitest";
import { foldName, slugOf } from "../../src/model/slug.ts";
import { showArticle, showCredit, showDateInWords, showDateline } from "../shown.ts";
import { readTextCases } from "../text-fixtures.ts";

// What each text must be read as stands in tests/fixtures/*.txt.
const readers = [
  { fixture: "datelines", what: "a dateline", read: showDateline },
  { fixture: "credits", what: "a photo credit", read: showCredit },
  { fixture: "slugs", what: "a name in an address", read: slugOf },
  { fixture: "folded-names", what: "a name for comparing", read: foldName },
  { fixture: "dates-in-words", what: "a date in words", read: showDateInWords },
  { fixture: "front-matter", what: "an article's file", read: showArticle },
];

describe.each(readers)("$what", ({ fixture, read }) => {
  test.each(readTextCases(fixture))("$title", ({ input, output }) => {
    expect(read(input)).toBe(output);
  });
});

test.each(readers)("$what of a million signs is read, or left alone, in no time", ({ read }) => {
  for (const text of [" ".repeat(1_000_000), `a${" ".repeat(1_000_000)}b`, "a, ".repeat(333_333), "(".repeat(1_000_000), "-".repeat(1_000_000), `${"a/".repeat(500_000)} via`]) {
    const before = performance.now();
    read(text);
    expect(performance.now() - before).toBeLessThan(2000);
  }
});
