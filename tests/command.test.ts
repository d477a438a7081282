import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    ["no folder for a bag", ["bag", "--output", "_site"], "backfile bag ../bags"],
    ["two folders for a bag", ["bag", "a", "b"], "backfile bag ../bags"],
    ["a bag of what is not published", ["bag", "a", "--preview"], "--preview"],
    ["a bag of a wrong build", ["bag", "a", "--jobs", "0"], "--jobs"],
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
    ["a new article without a headline", ["new", "--date", "1987-03-02"], "a headline"],
    ["a headline of no letters", ["new", "...", "--date", "1987-03-02"], "a headline"],
    ["a headline without quotes", ["new", "The", "Bridge", "--date", "1987-03-02"], 'backfile new "The Bridge"'],
    ["a headline of two lines", ["new", "The\nBridge", "--date", "1987-03-02"], "one line"],
    ["a new article without a date", ["new", "The Bridge"], "--date today"],
    ["a new article of no calendar day", ["new", "The Bridge", "--date", "1987-02-30"], "1987-02-30"],
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

describe("new", () => {
  test("writes a draft that is good content, where its date says", () => {
    const { status, stdout } = run("new", 'The Bridge: "Open"', "--date", "1987-03-02", "--content", content());
    expect(status).toBe(0);
    expect(stdout).toContain(path.join(content(), "1987/03/the-bridge-open.md"));
    expect(stdout).toContain("/1987/03/the-bridge-open/");
    expect(readFileSync(path.join(content(), "1987/03/the-bridge-open.md"), "utf8")).toMatch(/^---\ntitle: "The Bridge: \\"Open\\""\ndate: 1987-03-02\nstatus: draft/u);
    expect(run("check", "--content", content()).stdout).toContain("1 article, 0 of them published: nothing is wrong");
  });

  test("leaves a file that is there alone, and says so", () => {
    write("1987/03/the-bridge.md", "mine");
    const { stdout } = run("new", "The Bridge", "--date", "1987-03-02", "--content", content());
    expect(stdout).toContain("the-bridge-2.md (1987/03/the-bridge.md is there already)");
    expect(readFileSync(path.join(content(), "1987/03/the-bridge.md"), "utf8")).toBe("mine");
  });

  test.each([
    ["a month", "1987-03~", "1987/03/the-bridge.md"],
    ["a year", "1987", "1987/the-bridge.md"],
    ["none", "undated", "undated/the-bridge.md"],
  ])("takes a date of the article model: %s", (_what, date, file) => {
    expect(run("new", "The Bridge", "--date", date, "--content", content())).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(content(), file), "utf8")).toContain(`date: ${date}\n`);
  });

  test("asks the clock only where it is told to", () => {
    const clock = () => new Date(1987, 2, 2, 23, 59);
    expect(parseCommand(["new", "The Bridge", "--date", "today"], clock)).toMatchObject({ date: "1987-03-02" });
    const stopped = () => {
      throw new Error("asked the clock");
    };
    expect(parseCommand(["new", "The Bridge", "--date", "undated"], stopped)).toMatchObject({ date: "undated" });
  });
});

describe("suggest", () => {
  const story = "---\ntitle: Talks\ndate: 1987-03-02\n---\nMinister Ann Lee said so.\n";

  test("shows what it found, with words, line and confidence, and changes no article", () => {
    write("1987/talks.md", story);
    const { status, stdout } = run("suggest", "--content", content());
    expect(status).toBe(0);
    expect(stdout).toBe('1 article looked through, 1 with suggestions\n1987/talks.md\n  people: Ann Lee (new) 0.90, full name behind an office (line 5: "Minister Ann Lee")\n1 new name added to _proposed-people.yaml\n');
    expect(readFileSync(path.join(content(), "1987/talks.md"), "utf8")).toBe(story);
  });

  test("with --json prints one JSON object, with --accept writes", () => {
    write("1987/talks.md", story);
    const { status, stdout } = run("suggest", path.join(content(), "1987/talks.md"), "--content", content(), "--accept", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ looked: 1, articles: [{ file: "1987/talks.md", suggestions: [{ kind: "people", id: "ann-lee", evidence: [{ line: 5, words: "Minister Ann Lee" }] }] }], accepted: { tags: 1 } });
    expect(readFileSync(path.join(content(), "1987/talks.md"), "utf8")).toContain("people: [Ann Lee]\n");
  });

  test("of a file that is no article ends with 2, of wrong content with 1", () => {
    write("1987/talks.md", story);
    expect(run("suggest", "1987/none.md", "--content", content())).toMatchObject({ status: 2 });
    write("1987/talks.md", story.replace("title", "titel"));
    const { status, stderr } = run("suggest", "--content", content());
    expect(status).toBe(1);
    expect(stderr).toContain("1 problem; nothing was written");
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

test("a bag takes its folder and the options of build, in any order", () => {
  expect(parseCommand(["bag", "--no-search", "out", "--content", "news", "--json"])).toMatchObject({ name: "bag", folder: "out", content: "news", output: "_site", search: false, json: true });
});

test("verify compares checksums where it is asked to", () => {
  expect(parseCommand(["verify", "public", "--fixity"])).toMatchObject({ name: "verify", folder: "public", fixity: true });
  expect(parseCommand(["verify"])).toMatchObject({ folder: "_site", fixity: false });
});
