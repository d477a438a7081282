import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "../../src/build/check.ts";
import { ledgerKeyFile } from "../../src/build/ledger-key.ts";
import { projectFolder } from "../../src/build/project.ts";
import { readLedger } from "../../src/build/ledger.ts";
import { formatProblem, ContentError } from "../../src/model/content-error.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* With `ledger: true` no address of an article or a name is lost unnoticed. */

let folder: WorkFolder;
const configuration = process.env["XDG_CONFIG_HOME"];
beforeEach(() => {
  folder = makeWorkFolder();
  process.env["XDG_CONFIG_HOME"] = path.join(folder.path, "config");
  write("archive.yaml", "title: The Norrby Post\nledger: true\n");
  write("1987/bridge.md", article("The Bridge"));
  write("1987/ferry.md", article("The Ferry", "formerUrls: [/old/ferry.html]\n"));
});
afterEach(() => {
  folder.remove();
  if (configuration === undefined) delete process.env["XDG_CONFIG_HOME"];
  else process.env["XDG_CONFIG_HOME"] = configuration;
});

function write(file: string, text: string): void {
  const target = path.join(folder.content, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function article(title: string, matter = ""): string {
  return `---\ntitle: ${title}\ndate: 1987-03-02\n${matter}---\nText.\n`;
}

const ledger = (): string => readFileSync(path.join(folder.content, "ledger.txt"), "utf8");
const addresses = (): readonly string[] => ledger().split("\n").filter((line) => line.startsWith("/"));

async function failureOf(build: Promise<unknown>): Promise<readonly string[]> {
  const error = await build.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof ContentError)) throw new Error(`no content error: ${String(error)}`);
  return error.problems.map(formatProblem);
}

test("it holds every name, author and section too, and neither their years nor the days", async () => {
  write("1987/bridge.md", article("The Bridge", "byline: Maja Lindqvist\nsection: Town\npeople: [Otto Ahl]\nplaces: [Norrby]\norganizations: [Council]\ntopics: [Harbours]\n"));
  write("people.yaml", "otto-ahl: { name: Otto Ahl, formerIds: [o-ahl] }\n");
  await folder.build();
  expect(addresses()).toEqual(["/1987/bridge/", "/1987/ferry/", "/authors/maja-lindqvist/", "/old/ferry.html", "/organizations/council/", "/people/o-ahl/", "/people/otto-ahl/", "/places/norrby/", "/sections/town/", "/topics/harbours/"]);
});

test("a build to look at leaves it alone, and the next real one writes it, though nothing has changed", async () => {
  await folder.build({ preview: true });
  expect(existsSync(path.join(folder.content, "ledger.txt"))).toBe(false);
  expect((await folder.build()).pages.rendered).toBe(0);
  expect(addresses()).toContain("/1987/bridge/");
});

test("serving builds such a one", async () => {
  const server = spawn(process.execPath, [path.join(projectFolder, "src/cli.ts"), "serve", "--port", "0", "--no-search", "--content", folder.content, "--output", folder.site], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) if (line.startsWith("Serving ")) break;
  server.kill();
  await once(server, "exit");
  expect(existsSync(path.join(folder.site, "1987/bridge/index.html"))).toBe(true);
  expect(existsSync(path.join(folder.content, "ledger.txt"))).toBe(false);
});

test("it holds articles, tombstones and former addresses, sorted, and is not written again where nothing is new", async () => {
  write("1987/pier.md", article("The Pier", "status: withdrawn\nwithdrawn: { date: 1987-04-01, reason: It was wrong. }\n"));
  await folder.build();
  expect(addresses()).toEqual(["/1987/bridge/", "/1987/ferry/", "/1987/pier/", "/old/ferry.html"]);
  const { mtimeMs } = statSync(path.join(folder.content, "ledger.txt"));
  write("1987/bridge.md", article("The New Bridge"));
  expect((await folder.build()).pages.rendered).toBeGreaterThan(0);
  expect(statSync(path.join(folder.content, "ledger.txt")).mtimeMs).toBe(mtimeMs);
});

test("without the setting there is none", async () => {
  write("archive.yaml", "title: The Norrby Post\n");
  await folder.build();
  expect(existsSync(path.join(folder.content, "ledger.txt"))).toBe(false);
});

describe("a build that would drop an address fails", () => {
  test("naming the article and two ways out, and leaves site and ledger", async () => {
    await folder.build();
    const before = ledger();
    rmSync(path.join(folder.content, "1987/bridge.md"));
    expect(await failureOf(folder.build())).toEqual([
      "1987/bridge.md: nothing would stand at /1987/bridge/ any more, and it was published (see ledger.txt); write formerUrls: [/1987/bridge/] in the front matter of the article that it should lead to, or keep 1987/bridge.md with status: withdrawn",
    ]);
    expect(ledger()).toBe(before);
    expect(existsSync(path.join(folder.site, "1987/bridge/index.html"))).toBe(true);
  });

  test.each([
    ["to another folder", "1988/bridge.md"],
    ["to another name", "1987/the-bridge-opens.md"],
  ])("proposing the former address where a file was renamed: %s", async (_where, to) => {
    await folder.build();
    mkdirSync(path.join(folder.content, path.dirname(to)), { recursive: true });
    renameSync(path.join(folder.content, "1987/bridge.md"), path.join(folder.content, to));
    expect((await failureOf(folder.build()))[0]).toContain(`write formerUrls: [/1987/bridge/] in ${to}, which looks like the same article, or keep`);
    write(to, article("The Bridge", "formerUrls: [/1987/bridge/]\n"));
    await folder.build();
    expect(addresses()).toContain(`/${to.replace(".md", "/")}`);
  });

  test("even from a fresh clone, which has no memory of a build", async () => {
    write("ledger.txt", "/1987/bridge/\n/1980/gone/\n");
    expect(await failureOf(folder.build())).toHaveLength(1);
    expect(existsSync(folder.site)).toBe(false);
  });
});

test("a withdrawn article keeps its address", async () => {
  await folder.build();
  write("1987/bridge.md", article("The Bridge", "status: withdrawn\nwithdrawn: { date: 1987-04-01, reason: It was wrong. }\n"));
  await folder.build();
  expect(addresses()).toContain("/1987/bridge/");
});

describe("a name's page that would be lost fails the build, with two ways out:", () => {
  test("a record that was renamed, and its former id", async () => {
    write("1987/bridge.md", article("The Bridge", "people: [O. Ahl]\n"));
    write("people.yaml", "o-ahl: { name: O. Ahl }\n");
    await folder.build();
    write("1987/bridge.md", article("The Bridge", "people: [Otto Ahl]\n"));
    write("people.yaml", "otto-ahl: { name: Otto Ahl }\n");
    expect(await failureOf(folder.build())).toEqual([
      "people.yaml: nothing would stand at /people/o-ahl/ any more, and it was published (see ledger.txt); write formerIds: [o-ahl] below otto-ahl, which looks like the same name, or keep a record o-ahl, which has a page without articles too; if it shall be lost with its articles, take its line out of ledger.txt",
    ]);
    write("people.yaml", "otto-ahl: { name: Otto Ahl, formerIds: [o-ahl] }\n");
    await folder.build();
    expect(readFileSync(path.join(folder.site, "people/o-ahl/index.html"), "utf8")).toContain("/people/otto-ahl/");
  });

  test("a tag that no article has any more, and a record of its own", async () => {
    write("1987/bridge.md", article("The Bridge", "places: [Norrby]\n"));
    await folder.build();
    write("1987/bridge.md", article("The Bridge"));
    expect((await failureOf(folder.build()))[0]).toContain("write formerIds: [norrby] below the record that it should lead to, or keep a record norrby");
    write("places.yaml", "norrby: { name: Norrby }\n");
    await folder.build();
    expect(existsSync(path.join(folder.site, "places/norrby/index.html"))).toBe(true);
  });

  test("of somebody whom only a withdrawn article named: the line taken out of the ledger lets it go", async () => {
    write("1987/bridge.md", article("The Bridge", "people: [Jane Doe]\n"));
    await folder.build();
    write("1987/bridge.md", article("The Bridge", "people: [Jane Doe]\nstatus: withdrawn\nwithdrawn: { date: 1987-04-01, reason: It was wrong. }\n"));
    expect((await failureOf(folder.build()))[0]).toContain("if it shall be lost with its articles, take its line out of ledger.txt");
    write("ledger.txt", ledger().replace("/people/jane-doe/\n", ""));
    await folder.build();
    expect(existsSync(path.join(folder.site, "people/jane-doe"))).toBe(false);
  });

  test("a section, and a former address in archive.yaml", async () => {
    write("1987/bridge.md", article("The Bridge", "section: Town\n"));
    await folder.build();
    write("1987/bridge.md", article("The Bridge", "section: City\n"));
    expect((await failureOf(folder.build()))[0]).toContain("write formerUrls: { /sections/town/: /sections/city/ } there, or keep it in an article");
    write("archive.yaml", "title: The Norrby Post\nledger: true\nformerUrls: { /sections/town/: /sections/city/ }\n");
    await folder.build();
    expect(readFileSync(path.join(folder.site, "sections/town/index.html"), "utf8")).toContain("url=/sections/city/");
  });
});

test("`check` says the same as a build", async () => {
  await folder.build();
  mkdirSync(path.join(folder.content, "1988"));
  renameSync(path.join(folder.content, "1987/bridge.md"), path.join(folder.content, "1988/bridge.md"));
  const problems = await failureOf(checkContent(folder.content, undefined));
  expect(problems).toEqual(await failureOf(folder.build()));
  expect(problems[0]).toContain("in 1988/bridge.md, which looks like the same article");
});

describe("an address that holds a name which is withheld now", () => {
  beforeEach(async () => {
    write("1987/jane-doe-speaks.md", article("A Witness", "people: [Jane Doe]\n"));
    await folder.build();
    rmSync(path.join(folder.content, "1987/jane-doe-speaks.md"));
    write("1987/a-witness.md", article("A Witness"));
    write("people.yaml", "jane-doe: { name: Jane Doe, redact: true }\n");
    await folder.build();
  });

  test("may go, and is kept only as a keyed hash, which does not change", async () => {
    expect(ledger()).not.toMatch(/jane/iu);
    const { withheld } = readLedger(folder.content);
    expect(withheld.size).toBe(2); // The article's and the person's.
    write("1987/another.md", article("Another"));
    await folder.build();
    expect(readLedger(folder.content).withheld).toEqual(withheld);
  });

  test("cannot be guessed from the ledger: the key is the user's own, outside content and project", async () => {
    const key = readFileSync(ledgerKeyFile(), "utf8").trim();
    expect(statSync(ledgerKeyFile()).mode & 0o777).toBe(0o600);
    expect(ledgerKeyFile().startsWith(folder.content)).toBe(false);
    expect(ledger()).not.toContain(key);
    const plain = ["sha256", "sha512"].map((algorithm) => createHash(algorithm).update("/people/jane-doe/").digest("base64url"));
    for (const hash of readLedger(folder.content).withheld) expect(plain).not.toContain(hash);
    expect(readLedger(folder.content).withheld).toContain(createHmac("sha256", key).update("/people/jane-doe/").digest("base64url"));
  });

  test("is written out again once it is published again", async () => {
    write("people.yaml", "jane-doe: { name: Jane Doe }\n");
    await folder.build();
    expect(addresses()).toContain("/people/jane-doe/");
    expect(readLedger(folder.content).withheld.size).toBe(1);
  });
});

test("a line that is no address is an error with its place", async () => {
  write("ledger.txt", "# Addresses\n<<<<<<< HEAD\n/1987/bridge/\n");
  expect(await failureOf(folder.build())).toEqual(["ledger.txt:2:1 this line is no address; put the file back as the last build wrote it"]);
});
