import { expect, test } from "vitest";
import { findPeriod } from "../../src/client/period.ts";

test.each([
  ["1987-10-19", "en", "1987-10-19", ""],
  ["1987-10", "en", "1987-10", ""],
  ["19 October 1987", "en", "1987-10-19", ""],
  ["October 19, 1987", "en", "1987-10-19", ""],
  ["19th of October 1987", "en", "1987-10-19", ""],
  ["Oct 1987", "en", "1987-10", ""],
  ["stock market October 1987 crash", "en", "1987-10", "stock market crash"],
  ["19 de octubre de 1987", "es", "1987-10-19", ""],
  ["octubre de 1987", "es", "1987-10", ""],
  ["October 1987", "ar", "1987-10", ""],
  ["19. Oktober 1987", "de", "1987-10-19", ""],
  ["29 February 1988", "en", "1988-02-29", ""],
])("%s in %s is the period %s", (query, language, period, rest) => {
  expect(findPeriod(query, language)).toMatchObject({ period, rest });
});

test.each([
  ["1987"],
  ["30 February 1987"],
  ["1987-13"],
  ["1987-02-30"],
  ["October"],
  ["19 October"],
  ['"19 October 1987"'],
  ["“October 1987”"],
  ["may 10"],
  ["1987-10-19-2"],
  [""],
])("%s is no date", (query) => expect(findPeriod(query, "en")).toBeUndefined());

test("says which words were the date", () => {
  expect(findPeriod("oil October 19, 1987, prices", "en")).toEqual({ period: "1987-10-19", text: "October 19, 1987", rest: "oil prices" });
});
