import { expect, test } from "vitest";
import type { ArticleDraft } from "../../src/import/draft.ts";
import { draftOfNews } from "../../src/import/news-draft.ts";
import type { NewsItem } from "../../src/import/news-item.ts";
import { readNitfDocument } from "../../src/import/nitf.ts";
import { parseXml } from "../../src/import/xml.ts";

const item: NewsItem = {
  sourceRecord: { file: "fog.xml", id: "x:1", sha256: "00" }, line: 1, headline: "Fog", dek: undefined, byline: [], contributors: [], dateline: undefined, located: undefined,
  dates: ["2019-03-04"], updated: undefined, text: { kind: "html", text: "<p>Fog.</p><p>More.</p>" }, images: [], subjects: [], genre: undefined, section: undefined, series: undefined, print: undefined,
  source: undefined, rights: {}, language: undefined, status: undefined, embargo: undefined, reason: undefined, corrections: [], extra: {}, notes: [],
};

test.each([
  ["TELLAN, March 4 -", "TELLAN, March 4"],
  ["2014-07-16 15:53:10 GMT+00:00", undefined],
  ["20170102T222800+0000", undefined],
  ["Oslo", "Oslo"],
])("the dateline %j is %j", (dateline, expected) => {
  expect(draft({ dateline }).dateline).toBe(expected);
});

test("a first paragraph that repeats the byline is dropped, and the dateline behind it is found", () => {
  const { body, dateline, byline } = draft({ byline: ["By Ann Lee"], text: { kind: "html", text: "<p>By Ann Lee</p><p>DAMASCUS (Reuters) - Fog.</p>" } });
  expect({ body, dateline, byline }).toEqual({ body: "Fog.", dateline: "DAMASCUS (Reuters)", byline: ["Ann Lee"] });
  expect(draft({ byline: ["By Ann Lee"], text: { kind: "html", text: "<p>By Tom Reed</p><p>Fog.</p>" } }).body).toBe("By Tom Reed\n\nFog.");
});

test("plain text that is HTML all the same is read as such, and an editor is told", () => {
  const { body, notes } = draft({ text: { kind: "plain", text: "<p>\nFog &amp; mist.\n</p>" } });
  expect(body).toBe("Fog & mist.");
  expect(notes).toMatchObject([{ level: "guess", kind: "text taken as HTML" }]);
});

test.each([
  ["usable", undefined],
  ["stat:usable", undefined],
  ["http://cv.iptc.org/newscodes/pubstatusg2/canceled", "withdrawn"],
  ["canceled", "withdrawn"],
  ["withheld", "draft"],
  ["embargoed", "draft"],
  ["stat:mystery", "draft"],
])("the status %j makes it %j", (status, kind) => {
  expect(draft({ status }).status?.kind).toBe(kind);
});

test.each([
  ["Opinion", "opinion"],
  ["OpEd", "opinion"],
  ["Background", "analysis"],
  ["Letter to the editor", "letter"],
  ["Obituary", "obituary"],
  ["Interview", "interview"],
  ["Current", undefined],
])("the genre %j makes it %j", (genre, kind) => {
  expect(draft({ genre }).genre).toBe(kind);
});

test.each([
  ["By <person>Ann Lee</person>", ["Ann Lee"]],
  ["By <person>Mia Reed and Jordan Berg</person><byttl>The Norland Press</byttl>", ["Mia Reed", { name: "Jordan Berg", role: "The Norland Press" }]],
  ["<person><function>Mayor</function> Ruth Amber</person>", ["Ruth Amber"]],
  ["By Ann Lee<byttl>Staff Writer</byttl>", [{ name: "Ann Lee", role: "Staff Writer" }]],
  ["", []],
])("the byline %j of NITF is %j", (byline, expected) => {
  const parsed = parseXml(`<nitf><body><body.head><hedline><hl1>Fog</hl1></hedline><byline>${byline}</byline></body.head><body.content><p>Fog.</p></body.content></body></nitf>`, 1);
  const root = parsed.fault === undefined ? parsed.root : expect.fail(parsed.fault.message);
  expect(draft(readNitfDocument(root, [])).byline).toEqual(expected);
});

function draft(given: Partial<NewsItem>): ArticleDraft {
  const record = draftOfNews({ ...item, ...given });
  return record.kind === "draft" ? record : expect.fail(record.reason);
}
