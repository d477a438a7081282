import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/content/markdown.ts";
import { parseArticle } from "../../src/content/parse-article.ts";
import type { ArticleDraft, ImportedRecord } from "../../src/import/draft.ts";
import { renderArticleFile } from "../../src/import/front-matter.ts";
import { readText } from "../../src/import/text.ts";
import { textOfHtml } from "./text-of-html.ts";

const markdown = createMarkdown();

describe("a scraped page", () => {
  const draft = draftOf(fixture("bridge-talks.txt"));

  test("gives its headline once, its byline without the empty date line, and its contributors", () => {
    expect(draft).toMatchObject({
      title: "Harbor Board Lays a Table for Bridge Talks Between Amber and Lindqvist",
      date: "undated",
      byline: ["Tom Reed"],
      contributors: ["The Sandhaven Post"],
      path: "undated/harbor-board-lays-a-table-for-bridge-talks-between-amber-and.md",
    });
  });

  test("gives each caption once, with its credit, day and place", () => {
    expect(draft.images).toEqual([
      {
        caption: "Gull Rock Gov. Ruth Amber waits for U.S. Harbor Secretary Serge Lindqvist at the toll house in Sandhaven, Norland, on Jan. 9, 2018.",
        credit: "Jo P. Brand/Pictures of the Week/Pool via Reuters",
        date: "2018-01-09",
        place: "Sandhaven",
        lead: true,
      },
      {
        id: "photo-2",
        caption: "Norland's Harbor Secretary Sergei Lindqvist (C) and Gov. Ruth Amber (R) open the 12th Herring Fair, also known as the Silver Week, in New Tellan, Gull Islands, on Aug. 30, 2017.",
        credit: "Ann O'Hara/Pool/AFP via Getty Images",
        date: "2017-08-30",
        place: "New Tellan",
        lead: false,
      },
      {
        id: "photo-3",
        caption: "Children wave herring flags at a parade for the bridge in Tellan, Georgia, on July 4, 2011.",
        credit: "Vera Lund/AFP/Getty Images",
        date: "2011-07-04",
        place: "Tellan",
        lead: false,
      },
    ]);
  });

  test("keeps images and subheads at their places", () => {
    expect(draft.body.split("\n\n").flatMap((block, i) => (/^(?:##|!)/u.test(block) ? [`${String(i)} ${block}`] : []))).toEqual([
      "4 ![](photo-2)",
      "8 ## Bridge Still Open, Still Shut: Board",
      "12 ![](photo-3)",
      "16 ## East Bank Wants ‘2nd Bridge,’ Keeper Says",
    ]);
  });

  test("keeps every other line to the byte, blanks at its end excepted", () => {
    const story = fixture("bridge-talks.txt").toString().split("\n").slice(6, 33).filter((line) => !/Getty/u.test(line)).map((line) => line.trimEnd());
    expect(renderedParagraphs(draft)).toEqual(story.filter((line) => line !== ""));
  });

  test("says what was changed, guessed and suggested", () => {
    expect(draft.notes.map(({ level, kind, evidence }) => `${level}: ${kind}${evidence ? ` ${evidence.map(({ line }) => line).join()}` : ""}`)).toEqual([
      "guess: read as a scraped page 1,3,4,7,8,11,12",
      "change: no-break spaces at line ends dropped",
      "change: repeated headline dropped 3",
      'guess: byline without "By" 5,6',
      "change: date line without a value dropped 6",
      "guess: captions 4",
      "guess: photo dates and places 4",
      "guess: captions given twice, merged 11,12",
      "guess: photo dates and places 11",
      "guess: captions given twice, merged 22,23",
      "guess: photo dates and places 22",
      "guess: subheads 17,28",
      "guess: contributors 34",
      "suggestion: approximate date 7,9,10,13,20,24,26,31",
    ]);
    expect(draft.notes.at(-1)?.text).toContain("2019-05~");
  });
});

test("typed text keeps its lines and loses nothing to Markdown", () => {
  const draft = draftOf(fixture("keepers-letter.txt"));
  expect(draft).toMatchObject({ title: "The Keeper's Last Letter", byline: [], images: [] });
  expect(renderedParagraphs(draft)).toEqual(fixture("keepers-letter.txt").toString().trimEnd().split("\n\n").slice(1));
});

test("a byte order mark and CRLF are read, a mention of an agency is no credit", () => {
  const draft = draftOf(fixture("fog-report.txt"));
  expect(renderedParagraphs(draft)).toEqual(fixture("fog-report.txt").toString().trimEnd().split("\r\n\r\n").slice(1));
  expect(draft.notes.at(-1)).toMatchObject({ level: "suggestion", kind: "perhaps a subhead or a standfirst", evidence: [{ line: 7, text: "What comes next" }] });
});

test("a published date is taken from the text, one given with the command goes before it", () => {
  const text = "Fog\nPublished: April 4, 2023\nFog came.\nIt went.";
  expect(draftOf(Buffer.from(text))).toMatchObject({ date: "2023-04-04", path: "2023/04/fog.md" });
  expect(draftOf(Buffer.from(text), "2023-04-05")).toMatchObject({ date: "2023-04-05" });
  expect(draftOf(Buffer.from(text), "2023-04-05").notes).toContainEqual({
    level: "warning",
    kind: "date differs from the text's",
    text: "took the date 2023-04-05, given with the command, not 2023-04-04, which the text says",
  });
});

describe("a title becomes a file's name", () => {
  test.each([
    ["Łódź Notes: A & B", "undated/lodz-notes-a-b.md"],
    ["Fog ".repeat(30), `undated/${"fog-".repeat(15).slice(0, -1)}.md`],
    ["x".repeat(80), `undated/${"x".repeat(60)}.md`],
    ["?!", "undated/the-file.md"],
    ["7", "undated/007.md"],
  ])("%s", (title, path) => {
    expect(draftOf(Buffer.from(`${title}\n\nFog came.`)).path).toBe(path);
  });
});

test("control characters are dropped and named, a page break between words is a blank", () => {
  const draft = draftOf(Buffer.from("Fog\u000cAgain\n\nFog \u0085came\u202e.\n"));
  expect([draft.title, draft.body]).toEqual(["Fog Again", "Fog came."]);
  expect(draft.notes.slice(1).map(({ level, text }) => `${level}: ${text ?? ""}`)).toEqual(["warning: dropped U+000C in line 1", "warning: dropped U+0085, U+202E in line 3"]);
});

describe("a file that gives no article", () => {
  test.each([
    ["is empty", Buffer.from("\n \n"), { line: 1, reason: "has no text", broken: false }],
    ["is a headline", Buffer.from("\nFog\n\nFog\nBy Ann Lee"), { line: 2, reason: "has no story below its title", broken: false }],
    ["is in no character set that can be told", Buffer.from("Fog\n\nA caf\x81 au lait", "latin1"), { line: 3, reason: "is not UTF-8", detail: "byte 0x81 at offset 10; say what it is with --charset", broken: true }],
    ["ends inside a character", Buffer.from("Fog\n\n\u20ac").subarray(0, -1), { line: 3, reason: "is not UTF-8", detail: "byte 0xE2 at offset 5", broken: true }],
    ["is UTF-16 and cut off", Buffer.from("\ufeffFog", "utf16le").subarray(0, -1), { line: 1, reason: "is UTF-16 and ends inside a character", detail: "byte 0x67 at offset 6", broken: true }],
    ["holds a NUL byte", Buffer.from("Fog\n\nA\0b"), { line: 3, reason: "holds NUL bytes: no text", detail: "byte 0x00 at offset 6", broken: true }],
  ])("%s", (_case, bytes, expected) => {
    expect(readText(bytes, "the-file.txt", undefined)).toEqual({ kind: "skipped", file: "the-file.txt", id: undefined, ...expected });
  });
});

describe("of any text", () => {
  // Whatever the reader looks for, beside what it does not expect.
  const fragment = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("Fog", "Ann Lee", "By Tom Reed", "Updated:", "Published: May 3, 2019", "Fog came to Tellan.", "in Tellan, Norland, on Jan. 9, 2018.", "(Ann Lee/AFP)", "Ann Lee/AFP", "via Reuters", "Reuters contributed to this report.", "“No,” he said.", "- - -", "===", "![](photo-2)", "[^1]: x", "1.", "*", "#", "Boats lie in the harbor of Tellan.") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  );
  const line = fc.array(fragment, { maxLength: 3 }).map((fragments) => fragments.join(" "));
  const text = fc.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n\n", "\r\n"), fc.boolean())).map((rows) => rows.map(([row, end, twice]) => (twice ? row + end + row + end : row + end)).join(""));

  // Kinds of notes that quote what is not in the article as it stood.
  const accounts = ["repeated headline dropped", "byline", "date line", "date line without a value dropped", "date line not readable", "captions", "captions given twice, merged", "contributors"];

  test("every line that is not blank is in the article or in its notes", () => {
    fc.assert(
      fc.property(text, (source) => {
        const record = readText(Buffer.from(source), "a.txt", undefined);
        if (record.kind === "skipped") return;
        const printed = squeeze([record.title, ...record.byline, ...(record.contributors ?? []), ...(record.images ?? []).map(({ caption, credit }) => caption + (credit ?? "")), ...renderedParagraphs(record)].join("\n"));
        const noted = new Set(record.notes.flatMap(({ kind, evidence }) => (accounts.includes(kind) ? (evidence ?? []).map((one) => one.line) : [])));
        const lost = source.split(/\r\n|[\n\r]/u).filter((row, i) => !printed.includes(squeeze(row)) && !noted.has(i + 1));
        expect(lost).toEqual([]);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  test("the file is an article without faults that says what the draft says", () => {
    fc.assert(
      fc.property(text, (source) => {
        const record = readText(Buffer.from(source), "a.txt", undefined);
        if (record.kind === "skipped") return;
        const { article, problems } = parseArticle(record.path, renderArticleFile(record, "text"));
        expect(problems).toBeUndefined();
        expect(article).toMatchObject({ title: record.title, body: { markdown: `\n${record.body}\n` } });
        expect(article?.images.map(({ caption, credit }) => [caption, credit?.raw])).toEqual(record.images?.map(({ caption, credit }) => [caption, credit]));
        expect(article?.byline.map(({ name }) => name)).toEqual(record.byline);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

test("an article printed as a scraped page is read back as it was", () => {
  const word = fc.constantFrom("fog", "boats", "[the board]", "Tellan", "*all*", "U.S.", "Gov.", "Jan.", "and/or", "—", "“no”", "5", "(C)", "R&D", "<b>", "C:\\");
  const sentence = fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => `The ${words.join(" ")} came.`);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => ({ kind: "paragraph" as const, text: sentences.join(" ") }));
  const subhead = fc.array(fc.constantFrom("Fog", "‘No,’", "Tellan:", "2nd", "Boats"), { minLength: 2, maxLength: 6 }).map((words) => ({ kind: "subhead" as const, text: `${words.join(" ")} Again` }));
  const image = fc.record({ kind: fc.constant("image" as const), text: sentence.map((text) => `Seen is: ${text}`), credit: fc.constantFrom("Ann Lee/AFP", "J. P. Brand/Pool/AFP via Getty Images", "Courtesy of the museum"), form: fc.constantFrom("twice", "bare", "parentheses") });
  const story = fc.tuple(paragraph, fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, subhead, image), { maxLength: 12 }), paragraph).map(([first, middle, last]) => [first, ...middle, last]);
  fc.assert(
    fc.property(story, (blocks) => {
      const page = blocks.map((block) => {
        if (block.kind === "paragraph") return block.text;
        if (block.kind === "subhead") return `\n${block.text}\n`;
        const [inside, bare] = [`${block.text} (${block.credit})`, `${block.text} ${block.credit}`];
        return { twice: `${inside}\n${bare}`, bare, parentheses: inside }[block.form];
      });
      const draft = draftOf(Buffer.from(`Fog Again\n\nFog Again\nTom Reed\nUpdated:\n${page.join("\n")}`));
      expect(renderedParagraphs(draft)).toEqual(blocks.filter(({ kind }) => kind !== "image").map(({ text }) => text));
      expect(draft.images?.map(({ caption, credit }) => [caption, credit])).toEqual(blocks.flatMap((block) => (block.kind === "image" ? [[block.text, block.credit]] : [])));
    }),
    { seed: 11, numRuns: 500 },
  );
});

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/import/text/${name}`, import.meta.url));
}

function draftOf(bytes: Buffer, date?: string): ArticleDraft {
  const record: ImportedRecord = readText(bytes, "the-file.txt", date);
  if (record.kind === "skipped") throw new Error(`skipped: it ${record.reason}`);
  return record;
}

/** The text of each paragraph and subhead that the body renders as, the line breaks inside kept. */
function renderedParagraphs({ body }: ArticleDraft): readonly string[] {
  return [...markdown.render(body).matchAll(/<(p|h2)>([^]*?)<\/\1>/gu)].map(([, , inside = ""]) => textOfHtml(inside)).filter((text) => text !== "");
}

// White space and what cannot be published do not count.
function squeeze(text: string): string {
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF]/gu, "");
}
