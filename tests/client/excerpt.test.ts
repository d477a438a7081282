import { describe, expect, test } from "vitest";
import { excerptOf, type Piece } from "../../src/client/excerpt.ts";

function excerpt(text: string, found: readonly number[] = [], length = 34, language = "en"): string {
  return show(excerptOf({ text, language, find: () => new Set(found), length }));
}

function show(pieces: readonly Piece[]): string {
  return pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
}

describe("an excerpt", () => {
  test("marks what was found, without the punctuation around it", () => {
    expect(excerpt("Prices of “oil,” rose.", [2])).toBe("Prices of “[oil],” rose.");
  });

  test("is cut around the most of what was found, and says that it is cut", () => {
    const words = Array.from({ length: 100 }, (_, i) => `w${i}`);
    expect(excerpt(words.join(" "), [3, 50, 52], 10)).toBe("… w47 w48 w49 [w50] w51 [w52] w53 w54 w55 w56…");
    expect(excerpt(words.join(" "), [], 3)).toBe("w0 w1 w2…");
  });

  test("is text, whatever the article says", () => {
    const text = "<img src=x onerror=alert(1)> &lt;b&gt; <mark>no</mark>";
    expect(excerpt(text)).toBe(text);
  });

  test.each(["Georgia–European talks – and amounts—", "a — b", "10–12 –"])("prints the dashes of %j as the article does", (text) => {
    expect(excerpt(text)).toBe(text);
    expect(excerpt(text, [0])).toContain(text.slice(-3));
  });

  test("puts no spaces into Chinese", () => {
    expect(excerpt("北京是首都", [2], 34, "zh")).toBe("北京是[首都]");
  });

  test("of a huge text with every word found is made in no time", () => {
    const words = Array.from({ length: 20_000 }, () => "oil");
    const start = performance.now();
    excerpt(words.join(" "), [...words.keys()]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
