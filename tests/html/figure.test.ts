import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { renderFigure } from "../../src/html/figure.ts";
import type { Figure } from "../../src/model/page.ts";
import { parseCredit } from "../../src/model/credit.ts";
import { bareFigure, dated, picture } from "./samples.ts";

const captioned: Figure = { ...bareFigure, caption: "Ships <at> the quay.", credit: parseCredit("A. Lee/Pool via Reuters") };

describe("a figure", () => {
  test("with a picture offers every width and says its size, so that nothing moves while it loads", () => {
    const markup = renderFigure({ ...captioned, picture }, "text", en).toString();
    expect(markup).toContain('<source type="image/webp" srcset="/p-320.webp 320w, /p-1600.webp 1600w"');
    expect(markup).toContain('width="1600" height="1000" alt="Ships at the quay" loading="lazy"');
  });

  test("at the head of an article is not loaded late", () => {
    const markup = renderFigure({ ...captioned, picture }, "lead", en).toString();
    expect(markup).toContain('fetchpriority="high"');
    expect(markup).not.toContain("loading=");
  });

  test("links to its largest file, and the link says that it enlarges and what", () => {
    expect(renderFigure({ ...captioned, picture }, "text", en).toString()).toContain('<a class="figure-enlarge" href="/p-1600.jpeg"><span class="visually-hidden">Enlarge:</span> <picture>');
  });

  test("has no link without a name where the picture has no description", () => {
    expect(renderFigure({ ...captioned, picture: { ...picture, alt: "" } }, "text", en).toString()).not.toContain("<a ");
  });

  test("without a picture says so and keeps caption and credit", () => {
    const markup = renderFigure(captioned, "text", en).toString();
    expect(markup).not.toContain("<img");
    expect(markup).toContain("Image not held");
    expect(markup).toContain("Ships &lt;at&gt; the quay.");
    expect(markup).toContain('<span class="figure-credit">A. Lee/Pool via Reuters</span>');
  });

  test("without any words has no caption element", () => {
    expect(renderFigure({ ...bareFigure, picture }, "text", en).toString()).not.toContain("figcaption");
  });

  test("older than its story is labelled with its year, and says where and when it was taken and whom it shows", () => {
    const markup = renderFigure(
      { ...captioned, fileYear: "2015", place: "Geneva", date: dated("2015-07-18"), people: [{ href: "/people/lee/", text: "Ann Lee" }] },
      "text",
      en,
    ).toString();
    expect(markup).toContain("File photo, 2015.");
    expect(markup).toContain('Geneva, 18 July 2015. Shown: <a href="/people/lee/">Ann Lee</a>');
  });
});
