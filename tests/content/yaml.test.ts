import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { readYaml } from "../../src/content/yaml.ts";

/**
 * Every file is read by the fast parser (js-yaml); the exact one (yaml) gives places to its faults. Whatever the fast one
 * accepts, the exact one must read alike, or a fault would be shown in a document that says something else.
 */
function readFast(text: string): unknown {
  const read = readYaml({ file: "x.yaml", text, line: 1 });
  return read.problems ? refused : read.value;
}

function readExactly(text: string): unknown {
  const document = parseDocument(text, { version: "1.2", schema: "core" });
  if (document.errors.length > 0 || document.warnings.length > 0) return refused;
  const value: unknown = document.toJS();
  // A file of comments is an empty map to us.
  return value === null ? {} : value;
}

const refused = Symbol("refused");

const accepted: readonly (readonly [what: string, yaml: string, value: unknown])[] = [
  ["nothing", "", {}],
  ["blank lines", "\n  \n\n", {}],
  ["comments", "# one\n  # two\n", {}],
  ["a document mark and a comment", "---\n# one\n", {}],
  ["words that YAML 1.1 took for booleans", "a: no\nb: Yes\nc: on\nd: y\n", { a: "no", b: "Yes", c: "on", d: "y" }],
  ["booleans", "a: true\nb: False\nc: TRUE\n", { a: true, b: false, c: true }],
  ["nothing in four spellings", "a:\nb: ~\nc: null\nd: NULL\n", { a: null, b: null, c: null, d: null }],
  ["dates are text", "a: 1987-03-02\nb: 2001-02-30\nc: 1987-03-02T10:44:46Z\n", { a: "1987-03-02", b: "2001-02-30", c: "1987-03-02T10:44:46Z" }],
  ["base 60 is text", "a: 12:30:45\nb: 1:2\n", { a: "12:30:45", b: "1:2" }],
  ["numbers", "a: 0o14\nb: 0x1F\nc: 1e3\nd: 010\ne: .5\nf: +1\n", { a: 12, b: 31, c: 1000, d: 10, e: 0.5, f: 1 }],
  ["what only looks like numbers", "a: 0b1\nb: 1_000\nc: 1e\nd: 0x\ne: 0o8\n", { a: "0b1", b: "1_000", c: "1e", d: "0x", e: "0o8" }],
  ["quotes", "a: 'it''s'\nb: \"a \\\"b\\\"\"\nc: \"\\/\"\n", { a: "it's", b: 'a "b"', c: "/" }],
  ["folded and literal blocks", "a: >-\n  x\n  y\n\n  z\nb: |\n  x\n  y\nc: |2\n   x\n", { a: "x y\nz", b: "x\ny\n", c: " x\n" }],
  ["flow collections", "a: [1, b, ]\nb: { c: , d: 1 }\n", { a: [1, "b"], b: { c: null, d: 1 } }],
  ["a sign inside text", "a: b#c\nb: b:c\nc: x & y\nd: Hello !world\n", { a: "b#c", b: "b:c", c: "x & y", d: "Hello !world" }],
  ["a merge key is a key", "a: { <<: { b: 1 } }\n", { a: { "<<": { b: 1 } } }],
  ["CRLF", "a: 1\r\nb: |\r\n  x\r\n", { a: 1, b: "x\n" }],
  ["a byte order mark", "\ufeffa: 1\n", { a: 1 }],
  ["strange line ends inside text", "a: \"x\u2028y\"\nb: x\u0085y\n", { a: "x\u2028y", b: "x\u0085y" }],
  ["tabs that separate", "a:\tb\t# c\n", { a: "b" }],
];

const refusedTexts: readonly (readonly [what: string, yaml: string, message: string])[] = [
  ["a duplicate key", "a: 1\na: 2\n", "a second time"],
  ["a duplicate key in two types", "1: a\n'1': b\n", ""],
  ["a tab that indents", "a:\n\tb: 1\n", "tab"],
  ["an alias", "a: &x 1\nb: *x\n", "alias"],
  ["an alias of nothing", "a: *x\n", "alias"],
  ["deep nesting", `a: ${"[".repeat(30)}${"]".repeat(30)}\n`, "nested"],
  ["very deep nesting", `a: ${"[".repeat(100_000)}`, "nested"],
  ["code", 'a: !!js/function "x"\n', "type (!)"],
  ["bytes", "a: !!binary aGk=\n", "type (!)"],
  ["a number by force", "a: !!float 1\n", "not YAML"],
  ["a list as a key", "? [x]\n: b\n", "key"],
  ["two documents", "a: 1\n---\nb: 2\n", ""],
  ["a control character", "a: \u0001\n", "control character"],
  ["CR alone", "a: x\rb: y\n", "carriage return"],
  ["an unclosed quote", 'a: "x\nb: 1\n', "never closed"],
  ["an unclosed bracket", "a: [x\n", "bracket"],
  ["a bracket closed too far left", "a: [\n  x,\n]\n", "indentation"],
  ["a tab in brackets", "a: [\tb]\n", "indentation"],
  ["a colon too many", "a: b: c\n", "second"],
  ["an indent too many", "a:\n  - b\n - c\n", "indent"],
  ["a sign that begins nothing", "a: @b\n", "not YAML"],
];

describe("both parsers read alike", () => {
  test.each(accepted)("%s", (_what, text, value) => {
    expect(readFast(text)).toEqual(value);
    expect(readExactly(text)).toEqual(value);
  });
});

describe("YAML that is refused, with a reason", () => {
  test.each(refusedTexts)("%s", (_what, text, message) => {
    const { problems } = readYaml({ file: "x.yaml", text, line: 1 });
    expect(problems?.map((problem) => problem.message).join("\n")).toContain(message);
  });

  test("a bomb of aliases is refused in no time", () => {
    const names = [..."abcdefghijklmnopqrstuvwxyz"];
    const text = names.map((name, i) => `${name}: &${name} [${i === 0 ? "x" : Array.from({ length: 9 }, () => `*${names[i - 1]}`).join(", ")}]`).join("\n");
    expect(readYaml({ file: "x.yaml", text, line: 1 }).problems).toHaveLength(1);
  });

  test("a hundred thousand blank lines before a text cost nothing", () => {
    const before = performance.now();
    expect(readFast(`${"\n".repeat(100_000)}a: 1\n`)).toEqual({ a: 1 });
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe("made documents", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abAB019 .,:;#-_'\"[]{}&*!|>%@`~?/\\=<+", "é", "京", "no", "null", "true", "1e3", "0x1", "\n"), maxLength: 12 });
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "small", maxDepth: 4 }, word, fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
    list: fc.array(tie("any"), { maxLength: 4 }),
    map: fc.dictionary(word, tie("any"), { maxKeys: 4 }),
  }));
  const map = fc.dictionary(word, value.any, { maxKeys: 5 });

  test("what a YAML writer writes is read back by both", () => {
    fc.assert(fc.property(map, fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_FOLDED", "BLOCK_LITERAL" ), (made, style) => {
      const text = stringify(made, { version: "1.2", schema: "core", defaultStringType: style, aliasDuplicateObjects: false });
      const fast = readFast(text);
      expect(fast).not.toBe(refused);
      expect(fast).toEqual(readExactly(text));
      if (style === "QUOTE_DOUBLE") expect(fast).toEqual(made);
    }), { seed: 1, numRuns: 1000 });
  });

  test("what people write by hand is read alike, or refused", () => {
    const line = fc.tuple(fc.constantFrom("", "  ", "    ", "- ", "  - ", "\t"), fc.constantFrom("a", "b", "c", "title", "1", "'q'", '"d"', "~"), fc.constantFrom(": ", ":", ": \t", " : "), word.map((text) => text.replaceAll("\n", " "))).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const text = `${lines.join("\n")}\n`;
      const fast = readFast(text);
      if (fast === refused) return;
      expect(fast).toEqual(withNamedNulls(readExactly(text)));
    }), { seed: 2, numRuns: 5000 });
  });
});

// An empty key is "null" to one parser and "" to the other; no key of ours is either.
function withNamedNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNamedNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key === "" ? "null" : key, withNamedNulls(part)]));
}

test("a key __proto__ is a key like any other and reaches no other object", () => {
  const value = readFast("__proto__: { polluted: true }\na: { __proto__: { polluted: true } }\nconstructor: { prototype: { polluted: true } }\n");
  expect(Object.keys(value ?? {})).toEqual(["__proto__", "a", "constructor"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
