import { describe, expect, test } from "vitest";
import { QuickFingerprint } from "../../src/content/quick-fingerprint.ts";

/** The four little-endian words of a text of bytes. */
function blocks(text: string): QuickFingerprint {
  const fingerprint = new QuickFingerprint();
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += 16) {
    fingerprint.print({ a: bytes.readInt32LE(i), b: bytes.readInt32LE(i + 4), c: bytes.readInt32LE(i + 8), d: bytes.readInt32LE(i + 12) });
  }
  return fingerprint;
}

function hex(fingerprint: QuickFingerprint): string {
  const { a, b, c, d } = fingerprint.toPrint();
  return [a, b, c, d].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

describe("a quick fingerprint", () => {
  // Given by murmurhash3js-revisited 3.0.0, x86.hash128.
  test.each([
    ["abcdefghijklmnop", "9fd2762790b91256e4ce8b21d193ba45"],
    ["abcdefghijklmnopqrstuvwxyz012345", "dbab3052d074e5df7f2eadeac5407f42"],
  ])("is MurmurHash3 of its blocks: %s", (text, expected) => {
    expect(hex(blocks(text))).toBe(expected);
  });

  test("differs for values that are cut differently, and for none and empty ones", () => {
    const different = [
      new QuickFingerprint().text("ab").text("c"),
      new QuickFingerprint().text("a").text("bc"),
      new QuickFingerprint().text("abc"),
      new QuickFingerprint().text("abc").text(""),
      new QuickFingerprint().text("abc").text(undefined),
      new QuickFingerprint().text("abc\0"),
      new QuickFingerprint().text("abd"),
      new QuickFingerprint().text("ab\u{163}"),
      new QuickFingerprint(),
      new QuickFingerprint().number(0),
    ].map(String);
    expect(new Set(different).size).toBe(different.length);
    expect(different.every((text) => /^[\w-]{22}$/u.test(text))).toBe(true);
  });

  test("is the same for the same values, whatever the length", () => {
    for (let length = 0; length < 40; length++) {
      const texts = ["x".repeat(length), "x".repeat(length - 1 < 0 ? 0 : length - 1) + "y"].map((text) => String(new QuickFingerprint().text(text)));
      expect(texts[0]).toBe(String(new QuickFingerprint().text("x".repeat(length))));
      expect(texts[0]).not.toBe(texts[1]);
    }
  });
});
