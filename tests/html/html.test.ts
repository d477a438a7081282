import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute, html, trustedHtml } from "../../src/html/html.ts";

const hostile = fc.string({ unit: fc.constantFrom(..."<>&\"'`=/ \n", "<script>", "</script>", "&lt;", "&amp;", "javascript:", "{{", "}}", "é", "京") });

describe("text in markup", () => {
  test("never holds a sign that could end it", () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(html`${text}`.toString()).not.toMatch(/[<>"']/u);
    }), { seed: 1 });
  });

  test("is read back as what it was", () => {
    fc.assert(fc.property(fc.oneof(hostile, fc.string({ unit: "grapheme" })), (text) => {
      expect(unescape(html`${text}`.toString())).toBe(text);
    }), { seed: 2 });
  });

  test("is the same in an attribute", () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(attribute("title", text)?.toString()).toBe(` title="${html`${text}`.toString()}"`);
    }), { seed: 3 });
  });
});

test.each([
  ["text", html`<p>${"a < b"}</p>`, "<p>a &lt; b</p>"],
  ["a number", html`<p>${7}</p>`, "<p>7</p>"],
  ["nothing", html`<p>${undefined}</p>`, "<p></p>"],
  ["markup", html`<p>${html`<b>${"&"}</b>`}</p>`, "<p><b>&amp;</b></p>"],
  ["a list of both", html`<p>${["<", html`<br>`, [1, undefined]]}</p>`, "<p>&lt;<br>1</p>"],
  ["trusted markup", html`<p>${trustedHtml("<i>x</i>")}</p>`, "<p><i>x</i></p>"],
  ["text that looks escaped", html`<p>${"&amp;"}</p>`, "<p>&amp;amp;</p>"],
])("a hole filled with %s", (_what, made, markup) => {
  expect(made.toString()).toBe(markup);
});

test("an attribute without a value is left out", () => {
  expect(attribute("lang", undefined)).toBeUndefined();
});

function unescape(markup: string): string {
  return markup.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
