import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addRecords, addToList, type ListPlace } from "../../src/suggest/yaml-edit.ts";

const people: ListPlace = { path: ["people"], before: new Set(["places", "topics", "images", "provenance"]) };
const variants: ListPlace = { path: ["ann-lee", "variants"], before: new Set() };

describe("names are added to a list and nothing else changes", () => {
  test.each<[what: string, before: string, after: string]>([
    ["a list in brackets", "title: A\npeople: [Ann Lee] # us\ndate: 1987\n", "title: A\npeople: [Ann Lee, Tom Reed] # us\ndate: 1987\n"],
    ["an empty list", "people: []\n", "people: [Tom Reed]\n"],
    ["brackets over several lines, a comma and a comment at the end", "people: [\n  Ann Lee, # her\n  ]\n", "people: [\n  Ann Lee, Tom Reed, # her\n  ]\n"],
    ["a list of lines", "people:\n  - Ann Lee # her\n\n# below\nplaces: [X]\n", "people:\n  - Ann Lee # her\n  - Tom Reed\n\n# below\nplaces: [X]\n"],
    ["a list of lines at the margin", "people:\n- \"Ann\\\n  Lee\"\ndate: 1987\n", "people:\n- \"Ann\\\n  Lee\"\n- Tom Reed\ndate: 1987\n"],
    ["a list of lines at the end of a text without a line end", "people:\n  - Ann Lee", "people:\n  - Ann Lee\n  - Tom Reed"],
    ["no list, in its place before the places", "title: |\n  # A\n\n# where\nplaces: [X]\n", "title: |\n  # A\n\npeople: [Tom Reed]\n# where\nplaces: [X]\n"],
    ["no list, at the end", "title: A\ndate: 1987 # when\n# that is all\n", "title: A\ndate: 1987 # when\npeople: [Tom Reed]\n# that is all\n"],
    ["no list, behind a block of text", "title: A\ndek: >-\n  one\n  two\n", "title: A\ndek: >-\n  one\n  two\npeople: [Tom Reed]\n"],
    ["line ends of Windows", "title: A\r\nplaces: [X]\r\n", "title: A\r\npeople: [Tom Reed]\r\nplaces: [X]\r\n"],
    ["line ends of Windows in a list of lines", "people:\r\n  - Ann Lee\r\ndate: 1987\r\n", "people:\r\n  - Ann Lee\r\n  - Tom Reed\r\ndate: 1987\r\n"],
    ["a map in braces", "{title: A, date: 1987}\n", "{title: A, date: 1987, people: [Tom Reed]}\n"],
  ])("%s", (_what, before, after) => {
    expect(addToList(before, people, ["Tom Reed"])).toBe(after);
  });
});

test("names that YAML would take for something else are put in quotes", () => {
  expect(addToList("title: A\n", people, ["Lee, Ann", "No", "[A]: #b"])).toBe('title: A\npeople: ["Lee, Ann", "No", "[A]: #b"]\n');
});

test("a variant is added to a record, and to no other", () => {
  expect(addToList("ann-lee:\n  name: Ann Lee\n  sortName: Lee, Ann\ntom:\n  name: Tom\n", variants, ["Anne Lee"])).toBe("ann-lee:\n  name: Ann Lee\n  sortName: Lee, Ann\n  variants: [Anne Lee]\ntom:\n  name: Tom\n");
  expect(addToList("ann-lee: {name: Ann Lee}\n", variants, ["Anne Lee"])).toBe("ann-lee: {name: Ann Lee, variants: [Anne Lee]}\n");
});

test.each([
  ["a value where the list should be", "people: Ann Lee\n"],
  ["an anchor that is used", "a: &x [1]\npeople: *x\n"],
  ["a list where keys should be", "- a\n"],
  ["YAML that is none", "people: [\n"],
])("%s is left alone", (_what, text) => {
  expect(addToList(text, people, ["Tom Reed"])).toBeUndefined();
});

test("a record is added at the end, in the file's own line ends", () => {
  expect(addRecords("a:\r\n  name: A", new Map([["b", { name: "B" }]]))).toBe("a:\r\n  name: A\r\nb:\r\n  name: B\r\n");
  expect(addRecords("# none yet\n", new Map([["b", { name: "B" }]]))).toBe("# none yet\nb:\n  name: B\n");
  expect(addRecords("{a: {name: A}}\n", new Map([["b", { name: "B" }]]))).toBeUndefined();
});

// Keys and values as editors write them, in any order, with comments and blank lines between, LF or CRLF.
const name = fc.stringMatching(/^[A-Z][a-z]{1,6}(?: [A-Z][a-z'’,:#-]{0,6})?$/u);
const value = fc.oneof(
  name.map((text) => JSON.stringify(text)),
  fc.constantFrom("plain text # with a comment", "'it''s'", "[a, b]", "[\n  a,\n  b\n  ]", "{ a: 1 }", "|\n  # kept\n\n  text", ">-\n  one\n  two", "\n  - a # x\n  - b", "\n  - a: 1\n    b: 2"),
);
const list = fc.oneof(
  fc.array(name).map((names) => `[${names.map((one) => JSON.stringify(one)).join(", ")}]`),
  fc.array(name, { minLength: 1 }).map((names) => names.map((one) => `\n  - ${JSON.stringify(one)}`).join("")),
);
const between = fc.constantFrom("", "", "", "\n", "# a comment\n", "\n# two\n# lines\n");
const entries = fc.uniqueArray(fc.constantFrom("title", "date", "places", "topics", "images", "extra"), { minLength: 1 });
const document = fc
  .tuple(entries, fc.option(list), fc.array(value, { minLength: 6, maxLength: 6 }), fc.array(between, { minLength: 8, maxLength: 8 }), fc.nat(6), fc.boolean())
  .map(([keys, own, values, gaps, at, windows]) => {
    const pairs = keys.map((key, i): readonly [string, string] => [key, values[i] ?? ""]);
    const all = own === null ? pairs : pairs.toSpliced(Math.min(at, pairs.length), 0, ["people", own]);
    const text = all.map(([key, text], i) => `${gaps[i] ?? ""}${key}: ${text}\n`).join("") + (gaps[7] ?? "");
    return windows ? text.replaceAll("\n", "\r\n") : text;
  });

test("whatever the front matter looks like, only the names are new: every other byte is kept in its order", () => {
  fc.assert(
    fc.property(document, fc.array(name, { minLength: 1, maxLength: 3 }), (text, names) => {
      const edited = addToList(text, people, names);
      expect(edited).toBeDefined();
      if (edited === undefined) return;
      const start = [...edited].findIndex((sign, i) => sign !== text[i]);
      const at = start === -1 ? text.length : start;
      const added = edited.length - text.length;
      // One stretch is new; it may begin as what follows it does.
      const stretch = Array.from({ length: at + 1 }, (_, i) => at - i).find((from) => edited.slice(0, from) + edited.slice(from + added) === text);
      expect(stretch).toBeDefined();
      const before: Record<string, unknown> = parse(text) ?? {};
      const had = Array.isArray(before["people"]) ? before["people"] : [];
      expect(parse(edited)).toEqual({ ...before, people: [...had, ...names] });
      expect(/\r\n/u.test(text) ? /(?<!\r)\n/u.test(edited) : /\r/u.test(edited)).toBe(false);
    }),
    { numRuns: 500, seed: 7 },
  );
});
