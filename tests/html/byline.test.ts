import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { renderByline } from "../../src/html/byline.ts";

const writers = (...names: readonly string[]) => names.map((name) => ({ name, role: undefined, id: undefined, href: undefined }));

describe("a byline", () => {
  test.each([
    ["one writer", writers("Ann Lee"), "By Ann Lee"],
    ["two", writers("Ann Lee", "Bo Chen"), "By Ann Lee and Bo Chen"],
    ["three", writers("Ann Lee", "Bo Chen", "Cara Diaz"), "By Ann Lee, Bo Chen and Cara Diaz"],
  ])("names %s", (_, people, words) => {
    expect(renderByline(people, en)?.toString()).toBe(`<p class="byline">${words}</p>\n`);
  });

  test("is not printed where nobody is named", () => {
    expect(renderByline([], en)).toBeUndefined();
  });

  test("links to the author's page and adds the role", () => {
    const [person] = writers("Ann Lee");
    const markup = renderByline(person ? [{ ...person, role: "Geneva", href: "/authors/ann-lee/" }] : [], en)?.toString();
    expect(markup).toContain('<a rel="author" href="/authors/ann-lee/">Ann Lee</a><span class="byline-role">, Geneva</span>');
  });
});
