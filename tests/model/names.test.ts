import { describe, expect, test } from "vitest";
import { parseRecords } from "../../src/content/parse-records.ts";
import type { AuthorityKind } from "../../src/model/authority.ts";
import { NameIndex } from "../../src/model/names.ts";

function indexOf(kind: AuthorityKind, yaml: string, used: Readonly<Record<string, number>> = {}): NameIndex {
  const { records, problems } = parseRecords(kind, { file: `${kind}.yaml`, text: yaml, line: 1 });
  expect(problems).toEqual([]);
  return new NameIndex(kind, records, new Map(Object.entries(used)));
}

/** The id a name leads to, or why it leads to none. */
function lead(index: NameIndex, name: string): string {
  const resolution = index.resolve(name);
  if (!("trouble" in resolution)) return resolution.id;
  return resolution.trouble === "ambiguous" ? `ambiguous: ${resolution.candidates.map(({ id }) => id).join(", ")}` : resolution.trouble;
}

const people = `
sergey-lavrov: { name: Sergey Lavrov, variants: [Sergei Lavrov, Лавров] }
jose-nunez: { name: José Núñez }
ofallon: { name: O'Fallon }
kim: { name: किम }
`;

describe("every spelling leads to one record", () => {
  test.each([
    ["the name", "Sergey Lavrov", "sergey-lavrov"],
    ["a variant", "Sergei Lavrov", "sergey-lavrov"],
    ["a variant in another script", "ЛАВРОВ", "sergey-lavrov"],
    ["the id", "sergey-lavrov", "sergey-lavrov"],
    ["capitals", "SERGEY LAVROV", "sergey-lavrov"],
    ["no accents", "Jose Nunez", "jose-nunez"],
    ["another Unicode form", "Jose\u0301 Nu\u0301n\u0303ez", "jose-nunez"],
    ["blanks", " Sergey\u00a0 Lavrov ", "sergey-lavrov"],
    ["a curly apostrophe", "O’Fallon", "ofallon"],
    ["a name in Devanagari", "किम", "kim"],
  ])("%s", (_what, name, id) => {
    expect(lead(indexOf("people", people), name)).toBe(id);
  });

  test("and another name does not", () => {
    expect(lead(indexOf("people", people, { "Sergey Naryshkin": 1 }), "Sergey Naryshkin")).toBe("sergey-naryshkin");
    expect(lead(indexOf("people", people, { कम: 1 }), "कम")).not.toBe("kim");
  });
});

const places = `
georgia-country: { name: Georgia, kind: country }
georgia-us: { name: Georgia, kind: state, country: united-states }
washington-dc: { name: Washington, kind: city, country: united-states }
washington-state: { name: Washington, kind: state, country: united-states }
washington-england: { name: Washington, kind: city, country: england }
`;

describe("namesakes are told apart by id or by a word in parentheses", () => {
  test.each([
    ["Georgia", "ambiguous: georgia-country, georgia-us"],
    ["georgia-us", "georgia-us"],
    ["Georgia (country)", "georgia-country"],
    ["GEORGIA (State)", "georgia-us"],
    ["Georgia (United States)", "georgia-us"],
    ["Georgia (river)", "ambiguous: georgia-country, georgia-us"],
    ["Washington (state)", "washington-state"],
    ["Washington (England)", "washington-england"],
    ["Washington (city)", "ambiguous: washington-dc, washington-england"],
  ])("%s", (name, id) => {
    expect(lead(indexOf("places", places), name)).toBe(id);
  });

  test("parentheses behind a name without namesakes are part of it", () => {
    expect(lead(indexOf("places", "paris: { name: Paris }", { "Paris (Texas)": 1 }), "Paris (Texas)")).toBe("paris-texas");
  });
});

describe("a name without a record makes an implicit one", () => {
  test.each([
    ["what most articles write", { "Ana Silva": 1, "ana silva": 3 }, "ana silva"],
    ["among equals, what is not all capitals", { "ANA SILVA": 2, "Ana Silva": 2 }, "Ana Silva"],
    ["among equals, what has more accents", { "Jose Nunez": 1, "José Núñez": 1, "JOSE NUNEZ": 1 }, "José Núñez"],
    ["what is most frequent when Unicode forms count together", { "Jose Nunez": 2, ["José Núñez".normalize("NFC")]: 1, ["José Núñez".normalize("NFD")]: 2 }, "José Núñez"],
  ])("called by %s", (_what, used, name) => {
    const index = indexOf("people", "", used);
    const record = index.resolve(name);
    expect("trouble" in record ? record.trouble : [record.name, record.implicit]).toEqual([name.normalize("NFC"), true]);
  });

  test("but not at an address that is another's", () => {
    expect(lead(indexOf("people", "ana-silva: { name: Ana Maria Silva }", { "Ana Silva": 1 }), "Ana Silva")).toBe("address-taken");
    expect(lead(indexOf("people", "", { "Ana Silva!": 1, "Ana Silva": 1 }), "Ana Silva!")).toBe("address-taken");
  });

  test("nor where no address can be made", () => {
    expect(lead(indexOf("people", "", { "!?": 1 }), "!?")).toBe("no-address");
  });

  test("the same one whatever order the articles come in", () => {
    const names = { "Ana Silva!": 1, "Ana Silva": 1, "ANA SILVA": 1, "Rui Costa": 2 };
    const reversed = Object.fromEntries(Object.entries(names).reverse());
    const ids = (used: Readonly<Record<string, number>>): readonly string[] => Object.keys(names).map((name) => lead(indexOf("people", "", used), name));
    expect(ids(reversed)).toEqual(ids(names));
  });
});
