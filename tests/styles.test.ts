import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { shortenCss } from "../src/build/assets.ts";

/* A site's look is one file, tokens.css: whoever replaces it replaces all colours and type. */

const folder = path.resolve(import.meta.dirname, "../src/styles");
const sheets = new Map(globSync("*.css", { cwd: folder }).sort().map((file) => [file, readFileSync(path.join(folder, file), "utf8").replace(/\/\*[^]*?\*\//gu, "")]));
const tokens = sheets.get("tokens.css") ?? "";
// Paper has a palette of its own: print.css gives the same tokens other values.
const others = [...sheets].filter(([file]) => file !== "tokens.css" && file !== "print.css");

describe("outside of tokens.css", () => {
  test.each([
    ["no colour", /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:\s*(?:white|black|red|gr[ae]y)\b/giu],
    ["no font", /font-family:(?!\s*(?:var\(|inherit))[^;]*/gu],
    ["no size of type", /font-size:\s*[\d.]+(?:rem|px|pt)/gu],
  ])("%s is named", (_, pattern) => {
    expect(others.flatMap(([file, css]) => [...css.matchAll(pattern)].map(([found]) => `${file}: ${found}`))).toEqual([]);
  });

  test("no token is used that there is not", () => {
    const defined = new Set([...sheets.values()].flatMap((css) => [...css.matchAll(/(?<name>--[\w-]+)\s*:/gu)].map(({ groups }) => groups?.["name"])));
    expect([...sheets].flatMap(([file, css]) => [...css.matchAll(/var\((?<name>--[\w-]+)\)/gu)].map(({ groups }) => groups?.["name"]).filter((name) => !defined.has(name)).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  test("no token of the first tier is used: files name what a colour is for", () => {
    const first = [...tokens.matchAll(/(?<name>--[\w-]+):\s*#/gu)].map(({ groups }) => groups?.["name"] ?? "");
    expect(first.length).toBeGreaterThan(8);
    expect(others.flatMap(([file, css]) => first.filter((name) => css.includes(`var(${name})`)).map((name) => `${file}: ${name}`))).toEqual([]);
  });
});

// Contrast ratios of WCAG 2.2: 7 for text to be read at length, 4.5 for all other text, 3 for signs.
describe.each([["by day", 0], ["by night", 1]] as const)("%s", (_, side) => {
  test.each([
    ["ink", "paper", 7],
    ["ink", "mark", 7],
    ["muted", "paper", 4.5],
    ["accent", "paper", 4.5],
    ["paper", "accent", 4.5],
  ])("%s on %s has enough contrast: %d", (text, ground, least) => {
    expect(contrast(colour(text, side), colour(ground, side))).toBeGreaterThanOrEqual(least);
  });
});

test.each([
  ["a { color : red; }\n\nb { margin: 0 }", "a{color : red;}b{margin: 0}"],
  ['/* a } */ a::before { content: "a ; /* b */  c"; }', 'a::before{content: "a ; /* b */  c";}'],
  ["a  b , c /* , */ d { }", "a b,c d{}"],
  ["@media (width >= 64rem) { a { b: c } }", "@media (width >= 64rem){a{b: c}}"],
])("%s is shortened to %s", (css, short) => {
  expect(shortenCss(css)).toBe(short);
});

/** The hexadecimal value of a token of the second tier, by day (0) or by night (1). */
function colour(name: string, side: 0 | 1): string {
  const { day = "", night = "" } = new RegExp(`--${name}: light-dark\\(var\\((?<day>[^)]*)\\), var\\((?<night>[^)]*)\\)\\)`, "u").exec(tokens)?.groups ?? {};
  const value = new RegExp(`${side === 0 ? day : night}: (?<value>#[0-9a-f]{6})`, "u").exec(tokens)?.groups?.["value"];
  if (value === undefined) throw new Error(`tokens.css gives ${name} no colour`);
  return value;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
