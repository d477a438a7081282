import { describe, expect, test } from "vitest";
import { isOpenLicence, mayShareText } from "../../src/model/open-licence.ts";

test.each([
  "CC0-1.0", "cc0", "CC BY 4.0", "CC-BY-4.0", "CC-BY-SA-3.0-DE", "CC BY-NC-ND 4.0 International", "Creative Commons Attribution-ShareAlike 4.0 International", "Creative Commons Zero v1.0 Universal",
  "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/publicdomain/zero/1.0/deed.en", "Public domain", "PDDL-1.0", "ODC-By-1.0", "OGL-UK-3.0", "Open Government Licence v3.0",
])("%s lets a text be passed on", (licence) => {
  expect(isOpenLicence(licence)).toBe(true);
});

test.each(["", "All rights reserved", "CC BY 4.0, photographs excepted", "not in the public domain", "CC", "Used with permission", "proprietary", "https://example.org/creativecommons.org/licenses/by/4.0/"])("“%s” does not", (licence) => {
  expect(isOpenLicence(licence)).toBe(false);
});

describe("an article's text is handed on", () => {
  const rights = (licence: string | undefined) => ({ rights: { holder: "The Post", licence, statement: undefined } });
  test.each([
    ["by its own licence", rights("CC-BY-4.0"), { licence: undefined, fullText: "licensed" }, true],
    ["by the archive's, where it names no rights", { rights: undefined }, { licence: "CC0-1.0", fullText: "licensed" }, true],
    ["not by the archive's, where its own rights name no licence", rights(undefined), { licence: "CC0-1.0", fullText: "licensed" }, false],
    ["not where nothing is known of its rights", { rights: undefined }, { licence: undefined, fullText: "licensed" }, false],
    ["where the owner says so for all", rights("All rights reserved"), { licence: undefined, fullText: "all" }, true],
  ] as const)("%s", (_, article, sharing, shared) => {
    expect(mayShareText(article, sharing)).toBe(shared);
  });
});
