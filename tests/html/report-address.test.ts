import { expect, test } from "vitest";
import { reportAddress } from "../../src/html/report-address.ts";
import { bareArticle, site } from "./samples.ts";

const article = { ...bareArticle, title: "Dues & “Fees” #1" };

test("an archive that names no address has no link", () => {
  expect(reportAddress(site, article)).toBeUndefined();
});

test("a mail address opens a message that says which article", () => {
  const { protocol, pathname, searchParams } = new URL(reportAddress({ ...site, reportMistakes: "desk+errors@example.org" }, article) ?? "");
  expect([protocol, pathname]).toEqual(["mailto:", "desk+errors@example.org"]);
  expect(searchParams.get("subject")).toBe("Mistake in “Dues & “Fees” #1”");
  expect(searchParams.get("body")).toBe("https://archive.example.org/1987/03/dues/\r\n\r\n");
});

test("the address of a form gets the headline and the address", () => {
  const { hash, searchParams } = new URL(reportAddress({ ...site, reportMistakes: "https://example.org/new?title={title}&body={url}" }, article) ?? "");
  expect([searchParams.get("title"), searchParams.get("body"), hash]).toEqual(["Dues & “Fees” #1", "https://archive.example.org/1987/03/dues/", ""]);
});
