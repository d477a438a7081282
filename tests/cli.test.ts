import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFile } from "../src/build/lock.ts";
import { writeContent } from "./build/small-archive.ts";
import { forgetBuild } from "./build-site.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-cli-"));
});
afterEach(() => {
  forgetBuild(path.join(folder, "_site"));
  rmSync(lockFile(path.join(folder, "_site")), { force: true });
  rmSync(folder, { recursive: true, force: true });
});

const good = { "articles/1987/03/bridge.md": "---\ntitle: The Bridge Opens\ndate: 1987-03-02\n---\nText.\n" };
const bad = { "articles/1987/03/bridge.md": "---\ntitel: The Bridge Opens\ndate: 2001-02-30\n---\nText.\n" };

describe("0 is the code of what went well", () => {
  test.each([
    ["help", ["help"]],
    ["no command at all", []],
    ["check", ["check"]],
    ["build", ["build", "--no-search"]],
  ])("%s", async (_what, args) => {
    writeContent(folder, good);
    const { code, stderr } = await run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("1 is the code of wrong content", () => {
  test.each([
    ["check", ["check"]],
    ["build", ["build"]],
  ])("%s, which shows it on standard error", async (_what, args) => {
    writeContent(folder, bad);
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(stderr).toContain('1987/03/bridge.md:2:1 unknown key "titel"; did you mean "title"?');
    expect(stderr).toContain("2 problems; nothing was published");
    expect(stdout).not.toContain("titel");
  });
});

describe("2 is the code of a wrong command", () => {
  test.each([
    ["an unknown command", ["bild"]],
    ["an unknown option", ["build", "--bild"]],
    ["a word too many", ["check", "articles"]],
    ["a content folder that is not there", ["build", "--content", "none"]],
    ["a content folder that is a file", ["check", "--content", "articles/1987/03/bridge.md"]],
    ["an output folder with something else in it", ["build", "--output", "."]],
    ["an output that is a file", ["build", "--output", "articles/1987/03/bridge.md"]],
    ["a source that is not there", ["import", "text", "none.txt"]],
  ])("%s", async (_what, args) => {
    writeContent(folder, good);
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toBe("");
    expect(stderr, "a stack of calls is for programmers").not.toMatch(/^\s+at /mu);
    expect(readFileSync(path.join(folder, "articles/1987/03/bridge.md"), "utf8")).toBe(good["articles/1987/03/bridge.md"]);
  });
});

describe("3 is the code of everything else", () => {
  test("another build is running", async () => {
    writeContent(folder, good);
    const lock = lockFile(path.join(folder, "_site"));
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid));
    const { code, stderr } = await run("build", "--json");
    expect(code).toBe(3);
    expect(stderr).toContain(`process ${process.pid} has been building into`);
  });

  test("the output cannot be written", async () => {
    writeContent(folder, { ...good, "plain-file": "" });
    const { code, stderr } = await run("build", "--output", "plain-file/site");
    expect(code).toBe(3);
    expect(stderr).toContain("a file stands where the folder ");
    expect(stderr).toContain("name another folder with --output");
  });
});

describe("--json prints one JSON object on standard output and nothing else", () => {
  test.each([
    ["check", ["check"], { articles: 1, problems: [], warnings: [{ kind: "no-place" }] }],
    ["build", ["build", "--no-search"], { articles: 1, pictures: 0, extras: { feeds: 2, data: 6 }, searchShards: { all: 0, indexed: 0 } }],
    ["build with search", ["build"], { articles: 1, searchShards: { all: 1, indexed: 1 } }],
  ])("%s of good content", async (_what, args, expected) => {
    writeContent(folder, good);
    const { code, stdout, stderr } = await run(...args, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(onlyObject(stdout)).toMatchObject(expected);
  });

  test.each([
    ["check", ["check"]],
    ["build", ["build"]],
  ])("%s of wrong content: the problems, in order, with lines and ways out", async (_what, args) => {
    writeContent(folder, { ...bad, "articles/1986/a.md": "---\ntitle: A\ndate: 1986-01-01\ntags: [oil]\n---\nText.\n" });
    const { code, stdout, stderr } = await run(...args, "--json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(onlyObject(stdout)).toMatchObject({
      problems: [
        { file: "1986/a.md", line: 4, column: 1, message: 'unknown key "tags"', fix: expect.stringContaining("topics") },
        { file: "1987/03/bridge.md", line: 2, column: 1, excerpt: { text: "titel: The Bridge Opens", caret: 0 } },
        { file: "1987/03/bridge.md", line: 3, column: 7 },
      ],
    });
  });

  test("a picture that cannot be read is a problem like the others", async () => {
    writeContent(folder, { "articles/1987/a.md": "---\ntitle: A\ndate: 1987-01-01\nimages: [{ src: a.png, alt: A bridge }]\n---\nText.\n", "articles/1987/a.png": "" });
    for (const command of ["check", "build"]) {
      const { code, stdout } = await run(command, "--json");
      expect(code).toBe(1);
      expect(onlyObject(stdout)).toMatchObject({ problems: [{ file: "1987/a.md", line: 4 }] });
    }
  });

  test("what a build is told by its content cannot break out of the object", async () => {
    writeContent(folder, { "articles/1987/a.md": '---\ntitle: A\ndate: 1987-01-01\n"ti\\u2028\\x1b[31mtle\\n": x\n---\nText.\n' });
    const { code, stdout } = await run("check", "--json");
    expect(code).toBe(1);
    expect(onlyObject(stdout)).toMatchObject({ problems: [{ file: "1987/a.md" }] });
    expect(stdout).not.toContain("\x1b");
  });
});

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One line, which is one object. */
function onlyObject(stdout: string): unknown {
  expect(stdout.split("\n")).toEqual([expect.stringMatching(/^\{[^]*\}$/u), ""]);
  return JSON.parse(stdout);
}

async function run(...args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, "../src/cli.ts"), ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
