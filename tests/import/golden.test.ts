import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseCommand } from "../../src/command.ts";
import { readContentFolder } from "../../src/content/content-folder.ts";
import { loadArchive } from "../../src/content/load-archive.ts";
import { importArchive } from "../../src/import/import.ts";
import type { Report } from "../../src/import/report.ts";

/**
 * Golden imports: every folder of `golden` has `source`, what was imported, `command.txt`, the words of the command, and
 * `expected`, the content folder that came of it, report included; where a `content` folder stands beside them, it was
 * there before. Where they differ, what came is left in `changed`; UPDATE_GOLDEN=1 accepts it.
 */
const cases = path.resolve(import.meta.dirname, "golden");
const accept = process.env["UPDATE_GOLDEN"] === "1";

let content = "";
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), "backfile-golden-"));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

describe.each(readdirSync(cases))("the import %s", (name) => {
  const folder = path.join(cases, name);

  test("comes out as expected, file by file, and can be built", () => {
    const report = run(folder);
    const found = read(content);
    const [expected, changed] = [path.join(folder, "expected"), path.join(folder, "changed")];
    rmSync(changed, { recursive: true, force: true });
    if (accept) write(expected, found);
    const wanted = existsSync(expected) ? read(expected) : {};
    if (JSON.stringify(found) !== JSON.stringify(wanted)) write(changed, found);
    expect(found, `compare ${changed} with ${expected}; UPDATE_GOLDEN=1 accepts`).toEqual(wanted);
    if (report.written > 0) expect(loadArchive(readContentFolder(content), undefined).articleFiles).toBe(Object.keys(found).filter((file) => file.endsWith(".md")).length);
  });

  test("adds nothing and changes nothing the second time", () => {
    const first = run(folder);
    const before = read(content);
    expect(run(folder)).toMatchObject({ written: 0, alreadyThere: first.written + first.alreadyThere });
    expect(withoutReport(read(content))).toEqual(withoutReport(before));
  });

  test("writes nothing at all as a dry run, and says the same", () => {
    const { dryRun, ...report } = run(folder, "--dry-run");
    expect(dryRun).toBe(true);
    expect(read(content)).toEqual(withoutReport(existsSync(path.join(folder, "content")) ? read(path.join(folder, "content")) : {}));
    expect(run(folder)).toEqual({ ...report, dryRun: false });
  });
});

function run(folder: string, ...more: readonly string[]): Report {
  const before = path.join(folder, "content");
  if (existsSync(before) && readdirSync(content).length === 0) write(content, read(before));
  const words = readFileSync(path.join(folder, "command.txt"), "utf8").trim().split(/\s+/u);
  const command = parseCommand(["import", ...words.map((word) => word.replace(/^source(?=\/|$)/u, path.join(folder, "source"))), "--content", content, ...more]);
  if ("wrong" in command || command.name !== "import") return expect.fail(JSON.stringify(command));
  return importArchive(command);
}

function read(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), /\.(?:md|json|yaml|txt)$/u.test(name) ? "utf8" : "latin1")]));
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text, /\.(?:md|json|yaml|txt)$/u.test(name) ? "utf8" : "latin1");
  }
}

function withoutReport(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !/^_import-.*\.json$/u.test(name)));
}
