import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Note } from "../../src/import/draft.ts";
import { readHtmlPiece } from "../../src/import/html-document.ts";
import { wordsOfHtml } from "../../src/import/html-text.ts";
import { nitfToHtml } from "../../src/import/nitf-html.ts";
import { parseXml, textOf } from "../../src/import/xml.ts";
import type { XmlElement } from "../../src/import/xml.ts";

test("no word of any text is lost, added or moved on the way from NITF", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "*", "_", "[", "](", "<", "&", "1.", "#", ">"), minLength: 1, maxLength: 6 });
  const inline = fc.letrec<{ run: string }>((tie) => ({
    run: fc.oneof({ depthSize: "small" }, word.map(escape), wrapped(["em", "person", "org", "location", "chron", "money", "object.title", "sub", "lang", "unheard-of"], tie("run"))),
  })).run;
  const text = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
  const block = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { depthSize: "small" },
      wrapped(["p", "hl2", "tagline", "datasource"], text),
      wrapped(["block", "note", "bq"], fc.array(fc.oneof(wrapped(["p"], text), tie("block")), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""))),
      fc.array(wrapped(["li"], text), { minLength: 1, maxLength: 3 }).map((items) => `<ul>${items.join("")}</ul>`),
    ),
  })).block;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const root = xml(`<body.content>${blocks.join("\n")}</body.content>`);
      const notes: Note[] = [];
      const piece = readHtmlPiece(nitfToHtml(root, notes));
      expect(squeeze(wordsOfHtml(piece, new Map()))).toBe(squeeze(textOf(root)));
    }),
  );
});

describe("what NITF has and HTML has not", () => {
  test.each([
    ["bold emphasis", '<em class="bold">a</em>', "<strong>a</strong>"],
    ["a quotation with its own marks", '"<q>a</q>" <q>b</q>', "&#34;a&#34; <q>b</q>"],
    ["the credit of a quotation", "<bq><block><p>a</p></block><credit>Ann Lee</credit></bq>", "<blockquote><p>a</p><p>Ann Lee</p></blockquote>"],
    ["codes of names", '<org>Board<alt-code idsrc="x" value="7"/></org>', "Board"],
    ["a picture in two sizes", '<media media-type="image"><media-reference source="s.jpg" width="10"/><media-reference source="l.jpg" width="100" alternate-text="A &quot;boat&quot;"/><media-caption>c</media-caption><media-producer>p</media-producer></media>', '<figure><img src="l.jpg" alt="A &#34;boat&#34;"><figcaption>c</figcaption><cite>p</cite></figure>'],
  ])("%s", (_what, text, html) => {
    expect(nitfToHtml(xml(`<p>${text}</p>`), [])).toBe(html);
  });

  test("film is left out by name, with its caption", () => {
    const notes: Note[] = [];
    expect(nitfToHtml(xml('<p><media media-type="video"><media-reference source="f.mp4" mime-type="video/mp4"/><media-caption>A film</media-caption></media></p>'), notes)).toBe("");
    expect(notes).toMatchObject([{ level: "warning", text: 'left out: video "f.mp4" "A film"' }]);
  });
});

function wrapped(names: readonly string[], inside: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...names), inside).map(([name, html]) => `<${name}>${html}</${name}>`);
}

function xml(text: string): XmlElement {
  const parsed = parseXml(text, 1);
  return parsed.fault === undefined ? parsed.root : expect.fail(parsed.fault.message);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
