import fc from "fast-check";
import { expect, test } from "vitest";
import { dataAddress } from "../../../src/html/cite/data-address.ts";
import { unescapeText } from "../../../src/html/printed.ts";

test("a data address holds a text, whatever the article says, in signs that may stand in an attribute and in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const address = dataAddress("text/plain", text);
      expect(decodeURIComponent(unescapeText(address))).toBe(`data:text/plain,${text.toWellFormed()}`);
      expect(address).toMatch(/^[^\s"<>#{}]*$/u);
    }),
  );
});
