import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { renderBody } from "../../src/html/body.ts";
import { parseDateline } from "../../src/model/dateline.ts";
import type { BodyBlock } from "../../src/model/page.ts";
import { bareFigure } from "./samples.ts";

const text: BodyBlock = { kind: "markup", markup: "<p>The bank paid.</p>\n" };
const figure: BodyBlock = { kind: "figure", figure: { ...bareFigure, caption: "Caption" } };

describe("a dateline", () => {
  test("is run in at the head of the first paragraph, with one dash", () => {
    expect(renderBody([text], parseDateline("LONDON, March 2 -"), en).toString()).toBe('<p><span class="dateline">LONDON, March 2</span> — The bank paid.</p>\n');
  });

  test("is a line of its own before a figure", () => {
    expect(renderBody([figure, text], parseDateline("LONDON"), en).toString()).toMatch(/^<p><span class="dateline">LONDON<\/span><\/p>\n<figure/u);
  });

  test("is kept where there is no text at all", () => {
    expect(renderBody([], parseDateline("LONDON"), en).toString()).toContain("LONDON");
  });
});

describe("the figures of a text", () => {
  test.each([
    ["one stands alone", [text, figure, text], 0],
    ["two in a row are a gallery", [text, figure, figure, text], 1],
    ["two apart are none", [figure, text, figure], 0],
  ])("%s", (_, blocks, galleries) => {
    const markup = renderBody(blocks, undefined, en).toString();
    expect(markup.split('class="gallery"')).toHaveLength(galleries + 1);
    expect(markup.split("<figure")).toHaveLength(blocks.filter(({ kind }) => kind === "figure").length + 1);
  });
});
