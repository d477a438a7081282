import fc from "fast-check";
import { expect, test } from "vitest";
import { testContent } from "./content.ts";

const { folder, read, write, suggest } = testContent();

// Front matter as editors write it: any order, quotes, lists of both kinds, comments and blank lines between, LF or CRLF.
const keys: Readonly<Record<string, readonly string[]>> = {
  title: ["title: Talks", 'title:  "Talks: #1"  # ours', "title: >-\n  Talks\n  go on"],
  date: ["date: 1987-03-02", "date: '1987-03-02'"],
  dek: ["dek: |\n  # no comment\n\n  of ours", "dek: it''s"],
  people: ["people: []", "people: [ Tom Reed ]", "people:\n  - Tom Reed # him\n  - 'Ulla Berg'", "people: [Tom Reed,\n  Ulla Berg]"],
  places: ["places: [Oslo]", "places:\n- Oslo\n- Rome"],
  topics: ["topics: [ships, trade]"],
  images: ["images:\n  - caption: A pier\n    credit: AFP", "images: [{ caption: A pier, credit: AFP }]"],
  extra: ["extra: { people: [x], a: { b: 1 } }", "extra:\n  people:\n    - x"],
};
const optional = Object.keys(keys).filter((key) => key !== "title" && key !== "date");
const between = fc.constantFrom("", "", "\n", "# a comment\n", "# one\n\n# two\n");
const file = fc
  .record({
    order: fc.shuffledSubarray(optional).chain((some) => fc.shuffledSubarray(["title", "date", ...some], { minLength: some.length + 2 })),
    forms: fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }),
    gaps: fc.array(between, { minLength: 10, maxLength: 10 }),
    before: fc.constantFrom("", "Nothing. \n\n", "---\n\npeople: [x]\n\n", "\n\n* a\n  * b\n\n"),
    after: fc.constantFrom("", "\n", "\n\n\n", "\n\n    code\t\n", " \u2028\n"),
    windows: fc.boolean(),
    mark: fc.constantFrom("", "\ufeff"),
  })
  .map(({ order, forms, gaps, before, after, windows, mark }) => {
    const matter = order.map((key, i) => `${gaps[i] ?? ""}${keys[key]?.[(forms[i] ?? 0) % (keys[key]?.length ?? 1)] ?? ""}\n`).join("");
    const text = `---\n${matter}${gaps[9] ?? ""}---\n${before}Minister Sergey Petrov said so in Lowport. North of Lowport it rained.${after}`;
    return mark + (windows ? text.replaceAll("\n", "\r\n") : text);
  });

test("whatever an article looks like, --accept adds the names to its lists and changes no other byte", () => {
  fc.assert(
    fc.property(file, (text) => {
      write("1987/03/talks.md", text);
      const { accepted } = suggest({ accept: true });
      expect(accepted).toMatchObject({ tags: 2, articles: 1, unwritten: [] });
      const after = read("1987/03/talks.md");
      // One stretch for each list, a line or an item, taken out again leaves the text as it was.
      const without = taken("people", "Sergey Petrov").flatMap((person) => taken("places", "Lowport").map((place) => after.replace(person, "").replace(place, "")));
      expect(without).toContain(text);
      expect(after.length).toBeGreaterThan(text.length);
      expect(suggest({ accept: true }).accepted).toMatchObject({ tags: 0, articles: 0 });
    }),
    { numRuns: 100, seed: 1987 },
  );
  expect(folder()).not.toBe("");
});

/** The ways in which a name can have come in: a line with its list, a line of a list, an item behind others, the only item. */
function taken(key: string, name: string): readonly RegExp[] {
  return [new RegExp(`^${key}: \\[${name}\\]\r?\n`, "mu"), new RegExp(`^ *- ${name}\r?\n`, "mu"), new RegExp(`, ${name}(?=\\s*\\])`, "u"), new RegExp(`(?<=\\[)${name}(?=\\])`, "u")];
}
