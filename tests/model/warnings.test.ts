import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load-archive.ts";
import { readContentFolder } from "../../src/content/content-folder.ts";
import { headingWarnings } from "../../src/content/heading-warnings.ts";
import { languageWarning } from "../../src/build/site.ts";
import { findWarnings, warningKinds, type Warning } from "../../src/model/warnings.ts";
import { writeContent, type ContentFiles } from "../build/small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "../build/work-folder.ts";

let work: WorkFolder;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => work.remove());

/** What an editor is told of a content folder; of one kind, where it is named. */
function warningsOf(files: Readonly<ContentFiles>, kind?: Warning["kind"]): readonly Warning[] {
  writeContent(work.content, files);
  const { archive, unusedFiles } = loadArchive(readContentFolder(work.content), undefined);
  return findWarnings(archive, unusedFiles, languageWarning(archive.settings), archive.articles.flatMap(headingWarnings)).filter((warning) => kind === undefined || warning.kind === kind);
}

function article(matter: string, text = "Text."): string {
  return `---\ntitle: A Story\ndate: 1987-03-02\n${matter}---\n${text}\n`;
}

const quiet = "places: [norrby]\n";
const records = { "places.yaml": "norrby: { name: Norrby }\n", "people.yaml": "otto-ahl: { name: Otto Ahl }\n" };

test("an archive without anything to see to has no warnings", () => {
  expect(warningsOf({ ...records, "1987/a.md": article(`${quiet}people: [Otto Ahl]\nimages: [{ src: a.png, alt: A bridge, credit: AFP }]\n`), "1987/b.md": article(`${quiet}people: [Otto Ahl]\n`), "1987/a.png": "" })).toEqual([]);
});

describe("implicit-record: a name without a record", () => {
  test.each([
    ["people", "Elsa Nyman", "elsa-nyman"],
    ["places", "Łódź", "lodz"],
    ["organizations", "NATO", "nato"],
    ["topics", "Harbours", "harbours"],
  ])("among %s", (kind, name, id) => {
    expect(warningsOf({ ...records, "1987/a.md": article(kind === "places" ? `places: [${name}]\n` : `${quiet}${kind}: [${name}]\n`) }, "implicit-record")).toEqual([
      { kind: "implicit-record", file: `${kind}.yaml`, message: `"${name}" has no record; its page is /${kind}/${id}/` },
    ]);
  });

  test("once for all articles that use it, in any spelling", () => {
    expect(warningsOf({ "1987/a.md": article("people: [Elsa Nyman]\n"), "1987/b.md": article("people: [ELSA NYMAN]\n") }, "implicit-record")).toHaveLength(1);
  });

  test("not of a draft", () => {
    expect(warningsOf({ "1987/a.md": article("people: [Elsa Nyman]\nstatus: draft\n") })).toEqual([]);
  });
});

describe("one-mention: a person of one article alone", () => {
  test.each([
    ["a person of one article", { "1987/a.md": article(`${quiet}people: [Otto Ahl]\n`) }, ["1987/a.md"]],
    ["not a person of two", { "1987/a.md": article(`${quiet}people: [Otto Ahl]\n`), "1987/b.md": article(`${quiet}people: [otto-ahl]\n`) }, []],
    ["not a person of none", { "1987/a.md": article(quiet) }, []],
    ["not a place, organization or topic", { "1987/a.md": article("places: [norrby]\norganizations: [NATO]\ntopics: [Harbours]\n") }, []],
  ])("%s", (_what, files, found) => {
    expect(warningsOf({ ...records, ...files }, "one-mention").map(({ file }) => file)).toEqual(found);
  });
});

describe("near-names: two people one letter apart", () => {
  test.each([
    ["a letter changed", ["Sergey Lavrov", "Sergei Lavrov"], 1],
    ["a letter more", ["Otto Lindqvist", "Otto Lindquvist"], 1],
    ["a letter less at the end", ["Maja Lindqvist", "Maja Lindqvis"], 1],
    ["three that are all alike: each pair", ["Mikhail Gorbachev", "Mikhail Gorbachov", "Mikhail Gorbachyv"], 3],
    ["not two letters", ["Sergey Lavrov", "Serge Lavrof"], 0],
    ["not short names", ["Kim Lee", "Kim Leo"], 0],
    ["not others", ["Sergey Naryshkin", "Serhiy Cherevatyi"], 0],
  ])("%s", (_what, names, count) => {
    const found = warningsOf({ "1987/a.md": article(`people: [${names.join(", ")}]\n`) }, "near-names");
    expect(found).toHaveLength(count);
    for (const { file, message } of found) {
      expect(file).toBe("people.yaml");
      expect(message).toMatch(/^"[^"]+" and "[^"]+" are nearly the same name/u);
    }
  });

  test("each pair once, the names in order", () => {
    expect(warningsOf({ "1987/a.md": article("people: [Sergey Lavrov, Sergei Lavrov]\n") }, "near-names").map(({ message }) => message)).toEqual([
      '"Sergei Lavrov" and "Sergey Lavrov" are nearly the same name; if they are one person, make one a variant of the other',
    ]);
  });

  test("not where they are one record already", () => {
    expect(warningsOf({ "people.yaml": "lavrov: { name: Sergey Lavrov, variants: [Sergei Lavrov] }\n", "1987/a.md": article("people: [Sergey Lavrov, Sergei Lavrov]\n") }, "near-names")).toEqual([]);
  });
});

describe("no-alt and no-credit: a picture that says nothing, or not whose it is", () => {
  test.each([
    ["a picture with a caption, without a description", "{ src: a.png, alt: '', caption: The bridge, credit: AFP }", ["no-alt: the picture 1987/a.png says nothing to readers who cannot see it (alt is empty)"]],
    ["not a decoration", "{ src: a.png, alt: '', credit: AFP }", []],
    ["a picture without a credit", "{ src: a.png, alt: A bridge }", ["no-credit: the picture 1987/a.png has no credit"]],
    ["a caption without picture and credit", "{ caption: A lost bridge }", ["no-credit: a caption without a picture has no credit"]],
    ["both at once", "{ src: a.png, alt: '', caption: The bridge }", ["no-alt: the picture 1987/a.png says nothing to readers who cannot see it (alt is empty)", "no-credit: the picture 1987/a.png has no credit"]],
  ])("%s", (_what, image, found) => {
    const warnings = warningsOf({ ...records, "1987/a.png": "", "1987/a.md": article(`${quiet}images: [${image}]\n`, "![](a.png)") });
    expect(warnings.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(found);
    expect(warnings.every(({ file }) => file === "1987/a.md")).toBe(true);
  });
});

describe("no-place: an article that is nowhere", () => {
  test.each([
    ["with neither", "", 1],
    ["not with a place", "places: [norrby]\n", 0],
    ["not with a dateline", "dateline: LONDON, March 2\n", 0],
  ])("%s", (_what, matter, count) => {
    expect(warningsOf({ ...records, "1987/a.md": article(matter) }, "no-place")).toHaveLength(count);
  });
});

describe("unused-file: a file that nothing shows", () => {
  test.each([
    ["a picture", "1987/lost.png", "", ["1987/lost.png"]],
    ["a file of any kind", "notes.txt", "", ["notes.txt"]],
    ["not one of the front matter", "1987/a.png", "images: [{ src: a.png, alt: A bridge }]\n", []],
    ["not one of a draft", "1987/a.png", "images: [{ src: a.png, alt: A bridge }]\nstatus: draft\n", []],
  ])("%s", (_what, file, matter, found) => {
    expect(warningsOf({ [file]: "", "1987/a.md": article(matter) }, "unused-file").map((warning) => warning.file)).toEqual(found);
  });

  test("not one of the text, and not a portrait", () => {
    expect(warningsOf({ "1987/a.png": "", "b.png": "", "people.yaml": "otto-ahl: { name: Otto Ahl, portrait: b.png }\n", "1987/a.md": article("", "![A bridge](a.png)") }, "unused-file")).toEqual([]);
  });
});

describe("folder-date: an article in another year's folder", () => {
  test.each([
    ["in another year", "1988/03/a.md", ["the file lies in 1988, the article is of 1987"]],
    ["not in its own", "1987/03/a.md", []],
    ["not in a folder that is no year", "news/a.md", []],
    ["not at the root", "a.md", []],
    ["not in a folder that only begins like a year", "19888/a.md", []],
  ])("%s", (_what, file, found) => {
    expect(warningsOf({ [file]: article("") }, "folder-date").map(({ message }) => message)).toEqual(found);
  });

  test("not of an article without a year", () => {
    expect(warningsOf({ "1988/a.md": article("").replace("1987-03-02", "undated"), "1988/b.md": article("").replace("1987-03-02", "198X") }, "folder-date")).toEqual([]);
  });
});

describe("language: an interface that does not speak the archive's language", () => {
  test.each([
    ["without strings", "de", ['there are no interface strings for "de" (there are ar, en, es), so the interface speaks English; add src/html/strings/de.ts']],
    ["not with strings", "es", []],
    ["not with strings and a region", "es-MX", []],
  ])("%s", (_what, language, found) => {
    expect(warningsOf({ "archive.yaml": `language: ${language}\n`, "1987/a.md": article("") }, "language").map(({ message }) => message)).toEqual(found);
  });
});

test("every kind can be found at once, in the order of the kinds, then by file", () => {
  const warnings = warningsOf({
    "1988/b.md": article("people: [Sergey Lavrov]\nimages: [{ src: a.png, alt: '', caption: A bridge }]\n", "### Terms"),
    "1987/a.md": article("people: [Sergei Lavrov]\n"),
    "1988/a.png": "",
    "lost.png": "",
    "archive.yaml": "language: tlh\n",
  });
  expect([...new Set(warnings.map(({ kind }) => kind))]).toEqual([...warningKinds]);
  expect(warnings.filter(({ kind }) => kind === "no-place").map(({ file }) => file)).toEqual(["1987/a.md", "1988/b.md"]);
});

test("a redacted name is in no warning", () => {
  const warnings = warningsOf({
    "people.yaml": "zelphira-vantroll: { name: Zelphira Vantroll, redact: true }\n",
    "1987/a.md": article("people: [Zelphira Vantroll, Zelphira Vantrol]\n"),
  });
  expect(warnings.filter(({ message }) => message.includes("Vantroll"))).toEqual([]);
});
