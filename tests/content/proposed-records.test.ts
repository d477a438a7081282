import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addProposed, readProposed } from "../../src/content/proposed-records.ts";

let content = "";
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), "backfile-proposed-"));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

const file = () => path.join(content, "_proposed-people.yaml");

test("proposals are read back as they were written", () => {
  const found = ['1987/03/harbour.md:12 the harbour master, Ann "No" Lee: "yes"'];
  expect(addProposed(content, "people", [{ name: "Ann Lee", variants: ["Anne Lee"], description: "1987", wikidata: "Q42", question: "Who is it?", found }, { name: "No", variantOf: "ann-lee", found: [] }])).toBe(2);
  expect(readProposed(content, "people")).toEqual([
    { id: "ann-lee", record: { name: "Ann Lee", variants: ["Anne Lee"], description: "1987", wikidata: "Q42" }, variantOf: undefined, question: "Who is it?", rejected: false, found },
    { id: "no", record: { name: "No" }, variantOf: "ann-lee", question: undefined, rejected: false, found: [] },
  ]);
});

test("what waits in the file is not touched, and not proposed twice", () => {
  const written = "# mine\nann-lee: # hers\n  name: Ann  Lee\n  rejected: true";
  writeFileSync(file(), written);
  expect(addProposed(content, "people", [{ name: "Ann Lee", found: [] }])).toBe(0);
  expect(readFileSync(file(), "utf8")).toBe(written);
  expect(addProposed(content, "people", [{ name: "Tom Reed", found: [] }, { name: "TOM REED", found: [] }])).toBe(1);
  expect(readFileSync(file(), "utf8")).toBe(`${written}\ntom-reed:\n  name: Tom Reed\n  found: []\n`);
  expect(readProposed(content, "people").map(({ id, rejected }) => [id, rejected])).toEqual([["ann-lee", true], ["tom-reed", false]]);
});

test.each([
  ["a key that is none", "ann-lee:\n  nmae: Ann Lee\n", /_proposed-people\.yaml:2:3 unknown key "nmae"/u],
  ["a list", "- ann\n", /_proposed-people\.yaml/u],
  ["YAML that is none", "ann: [\n", /_proposed-people\.yaml:1/u],
])("an editor's slip, %s, is shown with its place", (_what, text, message) => {
  writeFileSync(file(), text);
  expect(() => readProposed(content, "people")).toThrow(message);
});

test("places may have the keys of places, people may not", () => {
  writeFileSync(path.join(content, "_proposed-places.yaml"), "geneva:\n  name: Geneva\n  country: switzerland\n");
  expect(readProposed(content, "places")[0]?.record).toEqual({ name: "Geneva", country: "switzerland" });
  writeFileSync(file(), "geneva:\n  name: Geneva\n  country: switzerland\n");
  expect(() => readProposed(content, "people")).toThrow(/country/u);
});

test("a folder without the file has no proposals", () => {
  expect(readProposed(content, "people")).toEqual([]);
});
