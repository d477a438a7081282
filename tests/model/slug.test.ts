import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, slugOf } from "../../src/model/slug.ts";

// Any text at all, and names in the scripts an archive may hold.
const anyText = fc.string({ unit: "binary" });
const name = fc.string({ unit: fc.constantFrom(..."abzABZ '’.-éñüçşžłøæßÉÑÜŁØÆİıабвгёйАБЁΑΒΣαβσ京都北한글अकि1") });

describe("the part of an address made from a name", () => {
  test("holds nothing but lower-case letters, digits and single hyphens between them", () => {
    fc.assert(fc.property(fc.oneof(anyText, name), (text) => {
      expect(slugOf(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u);
    }), { seed: 1, numRuns: 1000 });
  });

  test("is short enough for every file system", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."京ab -"), minLength: 200, maxLength: 400 }), (text) => {
      expect(slugOf(text).length).toBeLessThanOrEqual(120);
    }), { seed: 2 });
  });

  test("made again from itself is itself", () => {
    fc.assert(fc.property(fc.oneof(anyText, name), (text) => {
      expect(slugOf(slugOf(text))).toBe(slugOf(text));
    }), { seed: 3, numRuns: 1000 });
  });

  test("does not depend on the Unicode form", () => {
    fc.assert(fc.property(name, (text) => {
      expect(slugOf(text.normalize("NFD"))).toBe(slugOf(text.normalize("NFC")));
    }), { seed: 4 });
  });
});

describe("a name for comparing", () => {
  test("folded again is itself", () => {
    fc.assert(fc.property(fc.oneof(anyText, name), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }), { seed: 5, numRuns: 1000 });
  });

  test.each(["NFC", "NFD", "NFKC", "NFKD"] as const)("does not depend on the Unicode form %s", (form) => {
    fc.assert(fc.property(name, (text) => {
      expect(foldName(text.normalize(form))).toBe(foldName(text));
    }), { seed: 6 });
  });

  test("does not depend on case, nor on blanks around it", () => {
    fc.assert(fc.property(name, (text) => {
      expect(foldName(text.toUpperCase())).toBe(foldName(text));
      expect(foldName(` ${text}\u00a0`)).toBe(foldName(text));
    }), { seed: 7, numRuns: 1000 });
  });
});
