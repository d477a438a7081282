import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatReport } from "../../src/import/format-report.ts";
import { importArchive } from "../../src/import/import.ts";
import type { ImportRequest } from "../../src/import/import.ts";
import { hasProblems } from "../../src/import/report.ts";
import type { Report } from "../../src/import/report.ts";
import { findUsable } from "../../src/import/usable-files.ts";

let folder = "";
let content = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-bad-"));
  content = path.join(folder, "content");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const formats = [
  ["text", "a.txt"],
  ["csv", "a.csv"],
  ["jsonl", "a.jsonl"],
  ["nitf", "a.xml"],
  ["newsml", "a.xml"],
  ["ninjs", "a.json"],
] as const;

describe.each(formats)("as %s", (format, name) => {
  test.each([
    ["a ZIP archive", Buffer.from("PK\u0003\u0004\u0014\0\0\0", "latin1"), "is a ZIP archive or an office file"],
    ["a gzip file", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), "is packed with gzip"],
    ["a PDF file", Buffer.from("%PDF-1.7\n"), "is a PDF file"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), "is a picture"],
    ["zeros", Buffer.alloc(100), "holds NUL bytes: no text"],
    ["a text that is cut off inside a character", Buffer.from("title,text\nFog,caf\u00e9").subarray(0, -1), "is not UTF-8"],
  ])("%s is refused by name, and nothing of it is written", (_what, bytes, reason) => {
    write({ [name]: bytes });
    const report = run({ format });
    expect(report.skipped).toMatchObject([{ reason, broken: true, records: [{ file: name }] }]);
    expect(hasProblems(report)).toBe(true);
    expect(readdirSync(content)).toEqual([`_import-${format}.json`]);
  });

  test("an empty file is no article and no crash", () => {
    write({ [name]: "" });
    expect(run({ format })).toMatchObject({ written: 0 });
  });

  test("a missing source, a pipe and an unknown character set are refused before anything is written", () => {
    write({ [name]: "x" });
    expect(() => run({ format, sources: [path.join(folder, "nowhere")] })).toThrow("does not exist");
    expect(() => run({ format, sources: ["/dev/null"] })).toThrow("neither a file nor a folder");
    expect(() => run({ format, charset: "klingon" })).toThrow('"klingon" is not a character set');
    expect(existsSync(content)).toBe(false);
  });

  test("a link in the folder is not followed", () => {
    write({ [name]: "x" });
    writeFileSync(path.join(folder, `secret${path.extname(name)}`), "x");
    symlinkSync(path.join(folder, `secret${path.extname(name)}`), path.join(folder, "sources", `b${path.extname(name)}`));
    expect(run({ format }).sources).toEqual([name]);
  });
});

test("a text larger than any article is refused without being read", () => {
  write({ "a.txt": "Fog", "b.txt": "Fog\n\nFog." });
  truncateSync(path.join(folder, "sources/a.txt"), 3_000_000_000);
  const report = run({ format: "text" });
  expect(report.skipped).toMatchObject([{ reason: "is too large", records: [{ file: "a.txt", detail: "2862 MB, more than the 32 MB that a file of this format can have; split it" }] }]);
  expect(report.written).toBe(1);
});

test("a file that cannot be read is named, and the others are used", () => {
  write({ "a.txt": "Fog\n\nFog." });
  const [gone, there] = ["gone.txt", "a.txt"].map((name) => ({ name, path: path.join(folder, "sources", name) }));
  const { usable, refused } = findUsable([gone, there].filter((file) => file !== undefined), Infinity);
  expect(usable).toEqual([there]);
  expect(refused).toMatchObject([{ file: "gone.txt", reason: "cannot be read", detail: "ENOENT" }]);
});

describe("an XML file", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "${"ha".repeat(100)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY ${"a".repeat(i + 2)} "${`&${"a".repeat(i + 1)};`.repeat(20)}">`).join("")}]>`;

  test.each([
    ["that would expand to gigabytes", `${bomb}<nitf><body><body.content><p>&${"a".repeat(21)};</p></body.content></body></nitf>`, "declares entities"],
    ["that asks for a file of the machine", '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.head><hedline><hl1>&x;</hl1></hedline></body.head></body></nitf>', "declares entities"],
    ["that loads its entities from elsewhere", '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]><nitf/>', "declares entities"],
    ["whose elements nest without end", `<nitf>${"<block>".repeat(200_000)}${"</block>".repeat(200_000)}</nitf>`, "is not well-formed XML"],
    ["with an entity that nobody knows", "<nitf><body><body.head><hedline><hl1>&unknown;</hl1></hedline></body.head></body></nitf>", "is not well-formed XML"],
    ["that says it is what it is not", Buffer.from('<?xml version="1.0" encoding="UTF-8"?><nitf>caf\xe9</nitf>', "latin1"), "is not UTF-8, which it says it is"],
    ["in a character set that is not known", '<?xml version="1.0" encoding="x-mac-klingon"?><nitf/>', "is said to be x-mac-klingon, a character set that is not known here"],
  ])("%s is refused", (_what, text, reason) => {
    write({ "a.xml": text });
    const before = process.memoryUsage().rss;
    const report = run({ format: "nitf" });
    expect(report.skipped.map((group) => group.reason)).toEqual([reason]);
    expect(formatReport(report)).toContain(`broken 1: ${reason}\n  a.xml:1`);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  test("in UTF-16, or that says so and is not, is read", () => {
    const document = (title: string) => `<nitf><body><body.head><hedline><hl1>${title}</hl1></hedline></body.head><body.content><p>Café.</p></body.content></body></nitf>`;
    write({ "a.xml": Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${document("Sixteen")}`, "utf16le"), "b.xml": `<?xml version="1.0" encoding="UTF-16"?>${document("Eight")}` });
    expect(run({ format: "nitf" })).toMatchObject({ written: 2, skipped: [] });
    expect(Object.values(articles()).every((text) => text.includes("Café."))).toBe(true);
  });

  test("is read to its last whole item where it is cut off anywhere", () => {
    const item = (n: number) => `<newsItem guid="urn:x:${n}"><contentMeta><headline>Item ${n}</headline></contentMeta><contentSet><inlineData contenttype="text/plain">Fog.</inlineData></contentSet></newsItem>`;
    const text = `<newsMessage><itemSet>\n${item(1)}\n${item(2)}\n</itemSet></newsMessage>`;
    for (let length = 0; length < text.length; length += 37) {
      rmSync(content, { recursive: true, force: true });
      write({ "a.xml": text.slice(0, length) });
      const whole = text.slice(0, length).split("</newsItem>").length - 1;
      expect(run({ format: "newsml" }).written).toBe(whole);
    }
  });
});

test.each([
  ["csv", "a.csv", 'id,title,text\n../../../../etc/passwd,"../../../../../tmp/x","Fog."\n"C:\\\\x","..\\\\..\\\\x","Fog."\n'],
  ["jsonl", "a.jsonl", '{"id": "/etc/passwd", "title": "/etc/passwd\\u0000.md", "text": "Fog.", "date": "../../1987-03-02"}\n'],
  ["ninjs", "a.json", '{"uri": "file:///etc/passwd", "headline": "../../x", "body_text": "Fog.", "associations": {"p": {"type": "picture", "renditions": {"m": {"href": "../../../etc/passwd"}}}}}'],
] as const)("names and ids of %s never lead out of the content folder", (format, name, text) => {
  write({ [name]: text });
  const before = tree(folder);
  run({ format });
  expect(tree(folder).filter((file) => !before.includes(file) && !file.startsWith("content/"))).toEqual([]);
  expect(Object.keys(articles()).every((file) => /^undated\/[a-z0-9-]+\.md$/u.test(file))).toBe(true);
});

test("an import that is killed leaves whole articles only, and the next one completes it to the same bytes", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${i},Story ${i % 120},1987-03-02,"${"Fog. ".repeat(200)}"`);
  write({ "a.csv": `id,title,date,text\n${rows.join("\n")}\n` });
  run({ format: "csv" });
  const whole = articles();
  rmSync(content, { recursive: true });
  await killAfter(30);
  const left = articles();
  expect(Object.keys(left).length).toBeGreaterThan(0);
  expect(Object.keys(left).length).toBeLessThan(300);
  for (const [file, text] of Object.entries(left)) expect(text).toBe(whole[file]);
  run({ format: "csv" });
  expect(articles()).toEqual(whole);
  expect(readdirSync(content).filter((file) => file.endsWith(".tmp"))).toEqual([]);
});

test("a newer version and a withdrawal in files that come later are reported, and the article stays", () => {
  const item = (version: number, more: string, text: string) => `<newsItem guid="urn:x:1" version="${version}"><itemMeta><itemClass qcode="ninat:text"/>${more}</itemMeta><contentMeta><headline>Fog</headline></contentMeta><contentSet><inlineData contenttype="text/plain">${text}</inlineData></contentSet></newsItem>`;
  write({ "1.xml": item(1, "", "Fog.") });
  run({ format: "newsml" });
  const before = articles();
  write({ "2.xml": item(2, "", "More fog.") });
  const second = run({ format: "newsml" });
  expect(second).toMatchObject({ written: 0, alreadyThere: 1, warnings: [{ kind: "source changed since its import" }] });
  write({ "3.xml": item(3, '<pubStatus qcode="stat:canceled"/><edNote>It was mist.</edNote>', "") });
  const third = run({ format: "newsml" });
  expect(third.warnings.map(({ kind }) => kind)).toContain("withdrawn by its source since its import");
  expect(articles()).toEqual(before);
});

function write(files: Readonly<Record<string, string | Buffer>>): void {
  mkdirSync(path.join(folder, "sources"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, "sources", name), text);
}

function run(request: Pick<ImportRequest, "format"> & Partial<ImportRequest>): Report {
  return importArchive({ sources: [path.join(folder, "sources")], content, dryRun: false, ...request });
}

function articles(): Readonly<Record<string, string>> {
  return Object.fromEntries(tree(content).filter((file) => file.endsWith(".md")).map((file) => [file, readFileSync(path.join(content, file), "utf8")]));
}

function tree(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}

async function killAfter(count: number): Promise<void> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "../../src/cli.ts"), "import", "csv", path.join(folder, "sources"), "--content", content], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while (child.exitCode === null && tree(content).length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await ended;
}
