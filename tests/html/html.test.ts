import { describe, expect, test } from "vitest";
import { attribute, html, trustedHtml, type Child } from "../../src/html/html.ts";

describe("html``", () => {
  const rows: readonly (readonly [string, Child, string])[] = [
    ["escapes the five signs that mean something in markup", `<b> & "c" 'd'`, "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"],
    ["leaves other text alone, whatever its script", "Łódź 北京 القاهرة", "Łódź 北京 القاهرة"],
    ["prints zero", 0, "0"],
    ["prints nothing for undefined", undefined, ""],
    ["prints nothing for false, so that a condition may stand before markup", false, ""],
    ["does not escape markup of its own a second time", html`<i>${"&"}</i>`, "<i>&amp;</i>"],
    ["joins lists of lists without commas", [["a", html`<b>`], [["<"], undefined]], "a<b>&lt;"],
    ["prints what is vouched for as it stands", trustedHtml("<p>x</p>"), "<p>x</p>"],
  ];
  test.each(rows)("%s", (_, child, expected) => {
    expect(html`${child}`.toString()).toBe(expected);
  });

  test("cannot be made to leave a quoted attribute", () => {
    expect(html`<a title="${`" onclick="alert(1)`}">`.toString()).toBe('<a title="&quot; onclick=&quot;alert(1)">');
  });
});

describe("an attribute", () => {
  test("brings its own blank and is escaped", () => {
    expect(html`<p${attribute("lang", 'a"r')}>`.toString()).toBe('<p lang="a&quot;r">');
  });

  test("is left out where there is no value", () => {
    expect(html`<p${attribute("lang", undefined)}>`.toString()).toBe("<p>");
  });
});
