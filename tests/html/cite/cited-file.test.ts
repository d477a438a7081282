import fc from "fast-check";
import { expect, test } from "vitest";
import { CitedFile } from "../../../src/html/cite/cited-file.ts";
import { unescapeText } from "../../../src/html/printed.ts";

test("the data of the address is the text, with the file's own ends of lines, whatever the article says", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (values) => {
      const [unix, windows] = [new CitedFile("\n"), new CitedFile("\r\n")];
      for (const value of values) for (const file of [unix, windows]) file.says("a = {\n").holds(value.replace(/\s/gu, " "));
      expect(decodeURIComponent(unescapeText(unix.data))).toBe(unix.text.toWellFormed());
      expect(decodeURIComponent(unescapeText(windows.data))).toBe(windows.text.toWellFormed().replaceAll("\n", "\r\n"));
      expect(unix.data).toMatch(/^[^\s"<>#{}]*$/u);
    }),
  );
});
