import { expect, test } from "vitest";
import { licenceAddress } from "../../src/model/licence-address.ts";

test.each([
  ["CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
  ["CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"],
  ["https://example.org/terms", "https://example.org/terms"],
  ["https://", undefined],
  ["CC-BY", undefined],
  ["All rights reserved", undefined],
])("the licence %s stands at %s", (licence, address) => {
  expect(licenceAddress(licence)).toBe(address);
});
