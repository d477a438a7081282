import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseCommand } from "../src/command.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-command-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a command line that is wrong is refused with a reason", () => {
  test.each([
    ["an unknown command", ["bild"], "bild"],
    ["an unknown option", ["build", "--outptu", "x"], "outptu"],
    ["an option without its value", ["build", "--output"], "output"],
    ["no whole number of jobs", ["build", "--jobs", "1.5"], "--jobs"],
    ["no jobs at all", ["build", "--jobs", "0"], "--jobs"],
    ["a site URL with a path", ["build", "--site-url", "https://example.org/archive"], "--base-path"],
    ["more jobs than any machine has", ["build", "--jobs", "1000"], "999"],
    ["jobs as a power", ["build", "--jobs", "1e2"], "--jobs"],
    ["jobs with a nought before them", ["build", "--jobs", "08"], "--jobs"],
    ["no folder to build into", ["build", "--output", ""], "--output _site"],
    ["no folder to serve from", ["serve", "--output", " "], "--output"],
    ["no folder to build from", ["build", "--content", ""], "--content"],
    ["no folder to check", ["check", "--content", ""], "--content"],
    ["no folder to import into", ["import", "text", "x", "--content", ""], "--content"],
    ["no folder to suggest for", ["suggest", "--content", ""], "--content"],
    ["a site URL with a slash at its end", ["build", "--site-url", "https://example.org/"], "such as https://example.org, not"],
    ["a site URL in capitals", ["build", "--site-url", "https://Example.org"], "such as https://example.org, not"],
    ["a site URL with a port it need not name", ["build", "--site-url", "https://example.org:443"], "such as https://example.org, not"],
    ["a site URL with a password", ["build", "--site-url", "https://me:secret@example.org"], "--site-url"],
    ["a site URL with a port that is none", ["build", "--site-url", "https://example.org:99999"], "--site-url"],
    ["a site URL with a blank", ["build", "--site-url", "https://exa mple.org"], "--site-url"],
    ["a site URL that runs", ["build", "--site-url", "javascript:alert(1)"], "--site-url"],
    ["a base path without slashes", ["build", "--base-path", "archive"], "--base-path"],
    ["a base path that steps out", ["build", "--base-path", "/../"], "--base-path"],
    ["a date that is none", ["build", "--as-of", "2001-02-30"], "--as-of"],
    ["a port that is none", ["serve", "--port", "70000"], "--port"],
    ["an unknown format", ["import", "pdf", "x"], "sgml"],
    ["a word too many", ["check", "articles"], "articles"],
  ])("%s", (_what, args, reason) => {
    const command = parseCommand(args);
    expect("wrong" in command ? command.wrong : "accepted").toContain(reason);
  });
});

test.each([
  ["a name and a port", ["build", "--site-url", "http://localhost:8080"]],
  ["a name of another script", ["build", "--site-url", "https://xn--caf-dma.example"]],
  ["a hundred jobs", ["build", "--jobs", "100"]],
])("a command line with %s is taken", (_what, args) => {
  expect(parseCommand(args)).toMatchObject({ name: "build" });
});

describe("check", () => {
  test("of a good archive says so and ends with 0", () => {
    write("1987/bridge.md", "---\ntitle: The Bridge Opens\ndate: 1987-03-02\n---\nText.\n");
    expect(run("check", "--content", content())).toMatchObject({ status: 0 });
  });

  test("shows every problem with its line and a caret, counts them and ends with 1", () => {
    write("1987/bridge.md", "---\ntitel: The Bridge Opens\ndate: 2001-02-30\n---\nText.\n");
    const { status, stdout, stderr } = run("check", "--content", content());
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('1987/bridge.md:2:1 unknown key "titel"; did you mean "title"?\n    titel: The Bridge Opens\n    ^\n');
    expect(stdout + stderr).toContain("2 problems");
  });

  test("with --json prints one JSON object and nothing else on standard output", () => {
    write("1987/bridge.md", "---\ntitle: The Bridge Opens\ndate: 2001-02-30\n---\nText.\n");
    const { status, stdout } = run("check", "--content", content(), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ file: "1987/bridge.md", line: 3, column: 7, excerpt: { text: "date: 2001-02-30", caret: 6 } }] });
  });

  test("of a folder that is not there ends with 2", () => {
    expect(run("check", "--content", path.join(folder, "none"))).toMatchObject({ status: 2 });
  });
});

test("a wrong command ends with 2 and shows the usage", () => {
  const { status, stderr } = run("bild");
  expect(status).toBe(2);
  expect(stderr).toContain("backfile build");
});

function content(): string {
  return path.join(folder, "articles");
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(content(), file)), { recursive: true });
  writeFileSync(path.join(content(), file), text);
}

function run(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [path.resolve(import.meta.dirname, "../src/cli.ts"), ...args], { encoding: "utf8", cwd: folder });
}
