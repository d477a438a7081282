import { expect, test } from "vitest";
import { shortened } from "../../src/html/shortened.ts";

test.each([
  ["The Post", 16, "The Post"],
  ["The Kitchen Sink", 16, "The Kitchen Sink"],
  ["The Backfile Sampler", 16, "The Backfile…"],
  ["Donaudampfschifffahrtsnachrichten", 16, "Donaudampfschif…"],
  ["新聞新聞新聞新聞新聞", 5, "新聞新聞…"],
])("“%s” in %i signs is “%s”", (text, longest, short) => {
  expect(shortened(text, longest)).toBe(short);
  expect([...short].length).toBeLessThanOrEqual(longest);
});
