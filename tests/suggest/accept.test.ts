import { readdirSync, readFileSync, writeFileSync, chmodSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { addProposed } from "../../src/content/proposed-records.ts";
import { testContent } from "./content.ts";

const { article, folder, read, write, suggest } = testContent();

const talks = "1987/03/talks.md";
const text = "Minister Sergey Petrov said so in Lowport. Petrov left. North of Lowport it rained. In Georgia it rained. Georgia was wet. They left Georgia.";

test("without --accept only the files of proposals are written", () => {
  article(talks, text);
  const before = read(talks);
  expect(suggest().proposed).toEqual({ people: 1, places: 2 });
  expect(read(talks)).toBe(before);
  expect(readdirSync(folder()).toSorted()).toEqual(["1987", "_proposed-people.yaml", "_proposed-places.yaml"]);
  expect(read("_proposed-people.yaml")).toContain(`sergey-petrov:\n  name: Sergey Petrov\n  found:\n    - ${talks}:5 Minister Sergey Petrov\n`);
  expect(suggest().proposed).toEqual({ people: 0, places: 0 });
});

test("--accept writes tags into the articles and records into the authority files; what is asked waits", () => {
  article(talks, text);
  const before = read(talks);
  expect(suggest({ accept: true }).accepted).toEqual({ tags: 2, articles: 1, records: { people: 1, places: 1 }, variants: 0, unwritten: [] });
  expect(read(talks)).toBe(before.replace("date: 1987-03-02\n", "date: 1987-03-02\npeople: [Sergey Petrov]\nplaces: [Lowport]\n"));
  expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n");
  expect(read("places.yaml")).toBe("lowport:\n  name: Lowport\n");
  expect(read("_proposed-places.yaml")).toContain("georgia:\n  name: Georgia\n  question:");
  expect(readdirSync(folder()).toSorted()).toEqual(["1987", "_proposed-places.yaml", "people.yaml", "places.yaml"]);
});

test("run again it changes nothing", () => {
  article(talks, text);
  suggest({ accept: true });
  const before = [talks, "people.yaml", "places.yaml", "_proposed-places.yaml"].map(read);
  expect(suggest({ accept: true }).accepted).toMatchObject({ tags: 0, articles: 0, records: { people: 0, places: 0 } });
  expect([talks, "people.yaml", "places.yaml", "_proposed-places.yaml"].map(read)).toEqual(before);
});

test("only the files that are named are changed", () => {
  article(talks, text);
  article("1987/03/other.md", text, "title: Other");
  const before = read("1987/03/other.md");
  suggest({ accept: true, files: [talks] });
  expect(read("1987/03/other.md")).toBe(before);
  expect(read(talks)).toContain("people: [Sergey Petrov]");
});

test("a file may be named by its path from the working folder", () => {
  article(talks, text);
  expect(suggest({ files: [path.join(folder(), talks)] }).looked).toBe(1);
});

test("a file that is no article is an error", () => {
  article(talks, text);
  expect(() => suggest({ files: ["1987/03/none.md"] })).toThrow("there is no article 1987/03/none.md");
  expect(() => suggest({ files: ["/etc/hostname"] })).toThrow("there is no article /etc/hostname");
});

describe("every byte but the names stays", () => {
  test.each<[what: string, before: string, after: string]>([
    [
      "comments, order, quotes and a list of lines",
      '---\n# by the desk\ntitle:   "Talks"\nplaces:\n  - Oslo # the city\n  # more to come\n\nextra: { a: 1 } \ndate: 1987-03-02\n---\n',
      '---\n# by the desk\ntitle:   "Talks"\npeople: [Sergey Petrov]\nplaces:\n  - Oslo # the city\n  - Lowport\n  # more to come\n\nextra: { a: 1 } \ndate: 1987-03-02\n---\n',
    ],
    ["Windows line ends", "---\r\ntitle: Talks\r\ndate: 1987-03-02\r\nplaces: [Oslo]\r\n---\r\n", "---\r\ntitle: Talks\r\ndate: 1987-03-02\r\npeople: [Sergey Petrov]\r\nplaces: [Oslo, Lowport]\r\n---\r\n"],
    ["a byte order mark", "\ufeff---\ntitle: Talks\ndate: 1987-03-02\n---\n", "\ufeff---\ntitle: Talks\ndate: 1987-03-02\npeople: [Sergey Petrov]\nplaces: [Lowport]\n---\n"],
  ])("%s", (_what, before, after) => {
    const body = "Minister Sergey Petrov said so in Lowport. \t\nNorth of Lowport it rained.  \n\n---\n\npeople: [x]\n";
    write(talks, before + body);
    suggest({ accept: true });
    expect(read(talks)).toBe(after + body);
  });

  test("who may read a file stays", () => {
    article(talks, text);
    chmodSync(path.join(folder(), talks), 0o640);
    suggest({ accept: true });
    expect(statSync(path.join(folder(), talks)).mode & 0o777).toBe(0o640);
  });

  test("what is written so that it cannot be done is named, with what to add by hand, and left alone", () => {
    write("people.yaml", '{ "ann-lee": { "name": "Ann Lee" } }\n');
    article(talks, "Minister Sergey Petrov said so.");
    const before = read(talks);
    expect(suggest({ accept: true }).accepted?.unwritten).toEqual([{ file: "people.yaml", why: "it could not be changed without touching more of it; add sergey-petrov: {name: Sergey Petrov}" }]);
    expect(readdirSync(folder())).not.toContain("_proposed-people.yaml");
    expect(read(talks)).toBe(before);
    expect(read("people.yaml")).toBe('{ "ann-lee": { "name": "Ann Lee" } }\n');
  });
});

describe("the editor's answers", () => {
  const two = "Minister Sergey Petrov said so. Petrov left. He was Sergei Petrov, a keeper, to the Post.";
  const edit = (file: string, from: string | RegExp, to: string): void => {
    expect(read(file)).toMatch(from);
    writeFileSync(path.join(folder(), file), read(file).replace(from, to));
  };

  test("a likely pair is merged when the question is deleted, and not before", () => {
    article(talks, two);
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n");
    edit("_proposed-people.yaml", /\n {2}question: .*/u, "");
    expect(suggest({ accept: true }).accepted).toMatchObject({ variants: 1, records: { people: 0 } });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n  variants: [Sergei Petrov]\n");
    expect(read(talks)).toContain("people: [Sergey Petrov]\n");
    expect(readdirSync(folder())).not.toContain("_proposed-people.yaml");
    expect(suggest().articles).toEqual([]);
  });

  test("a pair answered before anything is accepted becomes one record", () => {
    article(talks, two);
    suggest();
    edit("_proposed-people.yaml", /\n {2}question: .*/u, "");
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n  variants:\n    - Sergei Petrov\n");
    expect(read(talks)).toContain("people: [Sergey Petrov]\n");
  });

  test("without variantOf the other spelling becomes a person of its own", () => {
    article(talks, two);
    suggest();
    edit("_proposed-people.yaml", /\n {2}variantOf: .*\n {2}question: .*/u, "");
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\nsergei-petrov:\n  name: Sergei Petrov\n");
    expect(read(talks)).toContain("people: [Sergey Petrov, Sergei Petrov]\n");
  });

  test("which Georgia is meant: the answer may name another id and more of the record", () => {
    article(talks, text);
    suggest();
    edit("_proposed-places.yaml", /georgia:\n {2}name: Georgia\n {2}question: .*/u, "georgia-country:\n  name: Georgia\n  kind: country");
    suggest({ accept: true });
    expect(read("places.yaml")).toContain("georgia-country:\n  name: Georgia\n  kind: country\n");
    expect(read(talks)).toContain("Georgia]\n");
  });

  test("a rejected name is neither written nor proposed again", () => {
    article(talks, text);
    suggest();
    edit("_proposed-people.yaml", "  name: Sergey Petrov\n", "  name: Sergey Petrov\n  rejected: true\n");
    const before = read("_proposed-people.yaml");
    suggest({ accept: true });
    expect(read(talks)).not.toContain("Petrov]");
    expect(read("_proposed-people.yaml")).toBe(before);
    expect(suggest().articles.flatMap(({ suggestions }) => suggestions.filter(({ kind }) => kind === "people"))).toEqual([]);
  });

  test("a corrected name is what the article is tagged with", () => {
    article(talks, text);
    suggest();
    edit("_proposed-people.yaml", "name: Sergey Petrov", "name: Sergey K. Petrov\n  variants: [Sergey Petrov]");
    suggest({ accept: true });
    expect(read(talks)).toContain("people: [Sergey K. Petrov]");
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey K. Petrov\n  variants:\n    - Sergey Petrov\n");
  });

  test("what an importer has proposed is accepted with the rest", () => {
    article(talks, "Nothing.");
    addProposed(folder(), "people", [{ name: "Ann Lee", wikidata: "Q42", found: ["harbour.xml"] }]);
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("ann-lee:\n  name: Ann Lee\n  wikidata: Q42\n");
  });
});

describe("nothing that waits is lost", () => {
  test("a proposal whose id another record has stays, and is named", () => {
    write("people.yaml", "ann-lee:\n  name: Annabel Lee\n");
    write("_proposed-people.yaml", "ann-lee:\n  name: Ann Lee\n  wikidata: Q42\n");
    article(talks, "Minister Ann Lee said so.");
    const before = read("_proposed-people.yaml");
    expect(suggest({ accept: true }).accepted).toMatchObject({ tags: 0, unwritten: [{ file: "_proposed-people.yaml", why: 'another record "ann-lee" is in people.yaml; give this one another id, or take it out' }] });
    expect(read("_proposed-people.yaml")).toBe(before);
    expect(read("people.yaml")).toBe("ann-lee:\n  name: Annabel Lee\n");
  });

  test("a spelling that stands above its record makes one record with it", () => {
    write("_proposed-people.yaml", "sergei-petrov:\n  name: Sergei Petrov\n  variantOf: sergey-petrov\nsergey-petrov:\n  name: Sergey Petrov\n");
    article(talks, "Nothing.");
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n  variants:\n    - Sergei Petrov\n");
  });

  test("a spelling of a record that is itself in question waits with it", () => {
    write("_proposed-people.yaml", "sergei-petrov:\n  name: Sergei Petrov\n  variantOf: sergey-petrov\nsergey-petrov:\n  name: Sergey Petrov\n  question: who is it?\n");
    article(talks, "Nothing.");
    const before = read("_proposed-people.yaml");
    suggest({ accept: true });
    expect(read("_proposed-people.yaml")).toBe(before);
    expect(readdirSync(folder())).not.toContain("people.yaml");
  });

  test("a spelling of somebody without a record, known from tags alone, makes the record", () => {
    write("_proposed-people.yaml", "sergei-petrov:\n  name: Sergei Petrov\n  variantOf: sergey-petrov\n");
    article(talks, "Nothing.", "title: Talks\npeople: [Sergey Petrov]");
    suggest({ accept: true });
    expect(read("people.yaml")).toBe("sergey-petrov:\n  name: Sergey Petrov\n  variants:\n    - Sergei Petrov\n");
  });

  test("after a kill between authority file and articles the command goes on where it stopped", () => {
    article(talks, text);
    suggest();
    const waiting = ["_proposed-people.yaml", "_proposed-places.yaml"].map((file) => [file, read(file)] as const);
    const before = read(talks);
    suggest({ accept: true });
    const after = [talks, "people.yaml", "places.yaml", "_proposed-places.yaml"].map(read);
    for (const [file, was] of waiting) write(file, was);
    write(talks, before);
    expect(suggest({ accept: true }).accepted).toMatchObject({ unwritten: [] });
    expect([talks, "people.yaml", "places.yaml", "_proposed-places.yaml"].map(read)).toEqual(after);
  });
});

test("content that is wrong is refused before anything is written", () => {
  article(talks, text, "titel: Talks");
  expect(() => suggest({ accept: true })).toThrow('unknown key "titel"');
  expect(readdirSync(folder())).toEqual(["1987"]);
});

test("the same content gives the same bytes", () => {
  article(talks, text);
  const first = JSON.stringify(suggest());
  const files = ["_proposed-people.yaml", "_proposed-places.yaml"].map((file) => readFileSync(path.join(folder(), file), "utf8"));
  expect(JSON.stringify(suggest()).replace(/"proposed":\{[^}]*\}/u, "")).toBe(first.replace(/"proposed":\{[^}]*\}/u, ""));
  expect(["_proposed-people.yaml", "_proposed-places.yaml"].map(read)).toEqual(files);
});
