import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync, closeSync, existsSync, linkSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildSite, type BuildSummary } from "../../src/build/build.ts";
import { projectFolder } from "../../src/build/project.ts";
import { asideOf } from "../../src/build/publish.ts";
import { stateFile } from "../../src/build/state.ts";

/*
 * A second build makes only what differs, and what it leaves is byte for byte what a first build would have made: after any
 * edits of the content, after any damage to the output or to what the build remembers, after a kill at any moment.
 */

let folder = "";
let content = "";
let output = "";
let photo: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#7c8a92" } }).png().toBuffer();
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-identity-"));
  content = path.join(folder, "articles");
  output = path.join(folder, "site");
});

afterEach(() => {
  for (const built of [output, path.join(folder, "clean")]) rmSync(stateFile(built), { force: true });
  rmSync(folder, { recursive: true, force: true });
});

const people = ["Astrid Holm", "Nils Berg", "Karin Ek"];
const places = ["Norrby", "Söderö", "Västvik"];

function writeArchive(count: number, settings = ""): void {
  for (let i = 0; i < count; i++) writeArticle(`${1980 + (i % 8)}/0${(i % 9) + 1}/report-${i}.md`, i);
  write("people.yaml", "astrid-holm:\n  name: Astrid Holm\n  variants: [A. Holm]\nnils-berg:\n  name: Nils Berg\n");
  write("places.yaml", "norrby:\n  name: Norrby\nthe-coast:\n  name: The Coast\n");
  write("archive.yaml", `title: The Norrby Post\n${settings}`);
}

function writeArticle(file: string, i: number, { title = `Report ${i}`, date = `${1980 + (i % 8)}-0${(i % 9) + 1}-1${i % 10}`, more = "" } = {}): void {
  const [person, place] = [people[i % 3] ?? "", places[i % 3] ?? ""];
  write(file, `---\ntitle: ${title}\ndate: ${date}\ndek: What ${person} said\nsection: ${i % 2 === 0 ? "Shipping" : "Trade"}\npeople: [${person}]\nplaces: [${place}]\n${more}---\n\n${person} of ${place} spoke on *day* ${i}.\n`);
}

function write(file: string, bytes: string | Buffer): void {
  const target = path.join(content, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

function edit(file: string, change: (text: string) => string): void {
  write(file, change(readFileSync(path.join(content, file), "utf8")));
}

function filesIn(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function articles(): readonly string[] {
  return filesIn(content).filter((file) => file.endsWith(".md"));
}

function pick<T>(list: readonly T[], number: number): T {
  const item = list[number % list.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Each takes a number that chooses what it is done to. */
const contentEdits: Readonly<Record<string, (n: number) => void>> = {
  "edit a text": (n) => edit(pick(articles(), n), (text) => `${text}\nOne more paragraph, number ${n}.\n`),
  "edit a title": (n) => edit(pick(articles(), n), (text) => text.replace(/^title: .*$/mu, `title: Another title ${n}`)),
  "add the newest article": (n) => writeArticle(`2001/02/newest-${n}.md`, n, { title: `Newest ${n}`, date: "2001-02-03" }),
  "add a back-dated article": (n) => writeArticle(`1950/02/old-${n}.md`, n, { title: `Old ${n}`, date: "1950-02" }),
  "add an undated article": (n) => writeArticle(`undated/note-${n}.md`, n, { title: `Note ${n}`, date: "undated" }),
  "remove an article": (n) => rmSync(path.join(content, pick(articles(), n))),
  "rename an article": (n) => {
    const file = pick(articles(), n);
    renameSync(path.join(content, file), path.join(content, file.replace(/\.md$/u, `-${n}.md`)));
  },
  "hold an article back": (n) => edit(pick(articles(), n), (text) => text.replace(/^dek: .*$/mu, "status: draft")),
  "withdraw an article": (n) => edit(pick(articles(), n), (text) => text.replace(/^dek: .*$/mu, "status: withdrawn\nwithdrawn: {date: 2001-03-01, reason: It was wrong}")),
  "give an article a former address": (n) => edit(pick(articles(), n), (text) => text.replace(/^date: /mu, `formerUrls: [/old/${n}.html]\ndate: `)),
  "correct an article": (n) => edit(pick(articles(), n), (text) => text.replace(/^date: /mu, `corrections: [{date: 2001-02-0${(n % 9) + 1}, text: Not ${n}.}]\ndate: `)),
  "give an article a picture": (n) => {
    write("photo.png", photo);
    edit(pick(articles(), n), (text) => text.replace(/^date: /mu, `images: [{src: /photo.png, alt: A picture ${n}, lead: true}]\ndate: `));
  },
  "make an article a part of a series": (n) => edit(pick(articles(), n), (text) => (text.includes("series:") ? text : text.replace(/^date: /mu, `series: ${n % 2 === 0 ? "Ships" : "Winds"}\ndate: `))),
  "change the picture": () => write("photo.png", Buffer.concat([photo, Buffer.from("more")])),
  "call a person another name": (n) => edit("people.yaml", (text) => text.replace(/name: (?:Nils Berg|Nils \d+)/u, `name: Nils ${n}\n  variants: [Nils Berg]`).replace(/(?<=variants: \[Nils Berg\]\n)  variants: \[Nils Berg\]\n/u, "")),
  "add a spelling": (n) => edit("people.yaml", (text) => text.replace("variants: [A. Holm", `variants: [A. Holm, Holm ${n}`)),
  "describe a person": (n) => edit("people.yaml", (text) => text.replace("name: Astrid Holm", `name: Astrid Holm\n  ${n % 2 === 0 ? "born: 1931" : "died: 1999"}`).replace(/(?<line>\n  (?:born|died): \d+)(?<rest>[\s\S]*)\k<line>/u, "$<line>$<rest>")),
  "withhold a person's name": () => edit("people.yaml", (text) => text.replace("name: Astrid Holm\n  variants", "name: Astrid Holm\n  redact: true\n  variants")),
  "put a place inside another": () => edit("places.yaml", (text) => text.replace("name: Norrby\n", "name: Norrby\n  parents: [the-coast]\n").replace(/(?:  parents: \[the-coast\]\n)+/u, "  parents: [the-coast]\n")),
  "say where places are": (n) => edit("places.yaml", (text) => text.replace(/name: Norrby\n(?:  coordinates: .*\n)?/u, "name: Norrby\n  coordinates: [60.1, 18.2]\n").replace(/name: The Coast\n(?:  coordinates: .*\n)?/u, `name: The Coast\n  coordinates: [${n % 90}, ${n % 180}]\n`)),
  "rename the archive": (n) => edit("archive.yaml", (text) => text.replace(/^title: .*$/mu, `title: The Norrby Post ${n}`)),
  "switch first mention links": () => edit("archive.yaml", (text) => (text.includes("false") ? text.replace(/^firstMentionLinks.*\n/mu, "") : `${text}firstMentionLinks: false\n`)),
};

const damages: Readonly<Record<string, (n: number) => void>> = {
  "edit a file of the output": (n) => appendFileSync(path.join(output, pick(filesIn(output), n)), "by hand"),
  "overwrite a file of the output with as many bytes": (n) => {
    const file = path.join(output, pick(filesIn(output), n));
    writeFileSync(file, Buffer.alloc(statSync(file).size, "x"));
  },
  "cut a file of the output short": (n) => truncateSync(path.join(output, pick(filesIn(output), n)), 1),
  "delete a file of the output": (n) => rmSync(path.join(output, pick(filesIn(output), n))),
  "delete a folder of the output": (n) => rmSync(path.join(output, pick(["1981", "people", "assets", "dates"], n)), { recursive: true, force: true }),
  "delete the output": () => rmSync(output, { recursive: true }),
  "put a stranger into the output": (n) => writeFileSync(path.join(output, `stranger-${n}.html`), "Not ours"),
  "damage the folder aside": (n) => {
    const aside = asideOf(output);
    const files = filesIn(aside);
    if (files.length > 0) appendFileSync(path.join(aside, pick(files, n)), "by hand");
    mkdirSync(aside, { recursive: true });
    writeFileSync(path.join(aside, "stranger.html"), "Not ours");
  },
  "delete the folder aside": () => rmSync(asideOf(output), { recursive: true, force: true }),
  "delete the state": () => rmSync(stateFile(output), { force: true }),
  "cut the state short": (n) => truncateSync(stateFile(output), n % statSync(stateFile(output)).size),
};

const steps = { ...contentEdits, ...damages };

describe("after every step the output is that of a clean build", () => {
  test("every kind of edit, one after another", async () => {
    writeArchive(30, "feedsFrom: 1\n");
    await build();
    for (const [i, name] of Object.keys(contentEdits).entries()) await take(name, i * 7);
  });

  test("every kind of damage, each after an edit and without one", async () => {
    writeArchive(12);
    await build();
    for (const [i, name] of Object.keys(damages).entries()) {
      await take(name, i * 11);
      contentEdits["edit a title"]?.(i);
      await take(name, i * 13);
    }
  });

  test("any sequence of both", async () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(1000));
    const sequence = fc.array(step, { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sequence, async (taken) => {
        for (const left of readdirSync(folder)) rmSync(path.join(folder, left), { recursive: true });
        writeArchive(30, "feedsFrom: 2\n");
        await build();
        for (const [name, n] of taken) await take(name, n);
      }),
      { seed: 1987, numRuns: Number(process.env["IDENTITY_RUNS"] ?? 6), endOnFailure: true },
    );
  });

  test("the search index too", async () => {
    writeArchive(12);
    await build({ search: true });
    for (const name of ["edit a text", "add a back-dated article", "remove an article", "call a person another name", "cut a file of the output short"]) {
      await take(name, 5, { search: true });
    }
    const shards = filesIn(output).filter((file) => file.startsWith("pagefind/"));
    rmSync(path.join(output, pick(shards, 3)));
    rmSync(path.join(output, "pagefind/wasm.en.pagefind"));
    await compareWithClean("damage to the index", { search: true });
  });
});

describe("a second build makes no more than it must", () => {
  test("nothing, where nothing has changed: the folder is not even exchanged", async () => {
    writeArchive(12);
    await build({ search: true });
    const before = [statSync(output).ino, ...filesIn(output).map((file) => statSync(path.join(output, file)).mtimeMs)];
    const { pages, searchShards } = await build({ search: true });
    expect({ rendered: pages.rendered, removed: pages.removed, indexed: searchShards.indexed }).toEqual({ rendered: 0, removed: 0, indexed: 0 });
    expect([statSync(output).ino, ...filesIn(output).map((file) => statSync(path.join(output, file)).mtimeMs)]).toEqual(before);
  });

  test("a new article changes the pages of its own names and days, those before and after a new day, and none of another name", async () => {
    writeArchive(30);
    await build();
    const before = new Map(filesIn(output).map((file) => [file, readFileSync(path.join(output, file))]));
    write("1983/05/new.md", "---\ntitle: A new report\ndate: 1983-05-20\nsection: Trade\npeople: [Karin Ek]\nplaces: [Söderö]\n---\n\nText.\n");
    await build();
    const changed = filesIn(output).filter((file) => !before.get(file)?.equals(readFileSync(path.join(output, file))));
    const list = /^(?:people|places|sections|on-this-day|dates|\d{4}(?:\/\d\d)*)\/(?:index\.html|[^/]+\/index\.html)$/u;
    expect(changed.filter((file) => list.test(file) && !/\/(?:report-\d+|new)\//u.test(file))).toEqual([
      "1983/04/13/index.html", "1983/04/index.html", "1983/05/20/index.html", "1983/05/index.html", "1983/index.html", "1984/02/18/index.html", "1984/02/index.html",
      "dates/index.html", "on-this-day/05-14/index.html", "on-this-day/05-20/index.html", "on-this-day/06-13/index.html", "on-this-day/index.html",
      "people/index.html", "people/karin-ek/index.html", "places/index.html", "places/sodero/index.html", "sections/index.html", "sections/trade/index.html",
    ]);
  });

  // Report 13 of 30: Nils Berg, Söderö, Trade, 13 May 1985; it has a dek, so that its text is nowhere but on its own page.
  const report = "1985/05/report-13.md";
  test.each<{ what: string; change: (text: string) => string; rendered: number; pages: string }>([
    { what: "its text", change: (text) => text.replace("spoke", "was silent"), rendered: 1, pages: "its own page" },
    { what: "its dek", change: (text) => text.replace(/^dek: .*$/mu, "dek: Another"), rendered: 3, pages: "its own page and the archive's two feeds" },
    { what: "its headline", change: (text) => text.replace(/^title: .*$/mu, "title: Another"), rendered: 17, pages: "its own page, its two neighbours, four that it is related to, home, two feeds, day, this day of all years, month, year, person, place, section" },
    { what: "nothing that is shown", change: (text) => text.replace(/^date:/mu, "extra: {shelf: 12}\ndate:"), rendered: 1, pages: "its own page, as its file differs" },
  ])("changing $what renders $rendered: $pages", async ({ change, rendered }) => {
    writeArchive(30);
    await build();
    edit(report, change);
    expect((await build()).pages).toMatchObject({ rendered, removed: 0 });
  });
});

describe("a build that is killed", () => {
  test("leaves the old site or the new one, whole, and the next build is right", { timeout: 120_000 }, async () => {
    writeArchive(160);
    const start = performance.now();
    expect(await ended(startBuild())).toBe(0);
    const whole = performance.now() - start;
    const files = filesIn(output);
    for (let i = 1; i <= kills; i++) {
      // Every page shows the archive's name.
      write("archive.yaml", `title: The ${i}. Norrby Post\n`);
      const child = startBuild();
      await pause((whole * i) / kills);
      child.kill("SIGKILL");
      await ended(child);
      if (existsSync(output)) {
        expect(filesIn(output)).toEqual(files);
        expect(namesIn(output)).toHaveLength(1);
      }
      if (i % 2 === 0) continue;
      expect(await ended(startBuild())).toBe(0);
      expect(filesIn(output)).toEqual(files);
      expect(namesIn(output)).toEqual([`The ${i}. Norrby Post`]);
    }
    await compareWithClean("many kills");
  });

  test("and its content taken back leaves nothing of what it published", async () => {
    writeArchive(6);
    write("photo.png", photo);
    edit("1980/01/report-0.md", (text) => text.replace(/^date: /mu, "images: [{src: /photo.png, alt: A picture}]\ndate: "));
    await build();
    write("archive.yaml", "title: The second Norrby Post\n");
    await build();
    const state = readFileSync(stateFile(output));
    // Its page has a picture and shows nothing of this: only the redirect is new.
    edit("1980/01/report-0.md", (text) => text.replace(/^date: /mu, "formerUrls: [/old.html]\ndate: "));
    await build();
    writeFileSync(stateFile(output), state);
    edit("1980/01/report-0.md", (text) => text.replace(/^formerUrls.*\n/mu, ""));
    await compareWithClean("a kill before the state was written");
  });

  test("does not touch the published folder through files that both folders share", async () => {
    writeArchive(6);
    await build();
    writeArticle("1999/01/late.md", 3, { title: "Late", date: "1999-01-02" });
    await build();
    const page = "1999/01/late/index.html";
    // What a build that was killed before publishing had linked: the folder aside does not know the page yet.
    mkdirSync(path.dirname(path.join(asideOf(output), page)), { recursive: true });
    linkSync(path.join(output, page), path.join(asideOf(output), page));
    const published = openSync(path.join(output, page), "r");
    edit("1999/01/late.md", (text) => text.replace("title: Late", "title: Later"));
    await build();
    const bytes = Buffer.alloc(100_000);
    const seen = bytes.toString("utf8", 0, readSync(published, bytes, 0, bytes.length, 0));
    closeSync(published);
    expect(seen).toContain("<h1>Late</h1>");
  });
});

const kills = 4;

type Options = Readonly<{ search?: boolean; fresh?: boolean; into?: string }>;

function build({ search = false, fresh = false, into = output }: Options = {}): Promise<BuildSummary> {
  return buildSite({ content, output: into, siteUrl: "https://norrby.example", basePath: "/", asOf: undefined, search, jobs: 2, fresh });
}

async function take(name: string, n: number, options: Options = {}): Promise<void> {
  steps[name]?.(n);
  await compareWithClean(`${name} (${n})`, options);
}

async function compareWithClean(what: string, options: Options = {}): Promise<void> {
  await build(options);
  const clean = path.join(folder, "clean");
  await build({ ...options, fresh: true, into: clean });
  expect(differences(treeOf(clean), treeOf(output)), what).toEqual([]);
}

function treeOf(root: string): ReadonlyMap<string, Buffer> {
  return new Map(filesIn(root).map((file) => [file, readFileSync(path.join(root, file))]));
}

function differences(expected: ReadonlyMap<string, Buffer>, found: ReadonlyMap<string, Buffer>): readonly string[] {
  return [
    ...[...expected].flatMap(([file, bytes]) => (found.get(file)?.equals(bytes) ? [] : [found.has(file) ? `differs: ${file}` : `missing: ${file}`])),
    ...[...found.keys()].filter((file) => !expected.has(file)).map((file) => `too many: ${file}`),
  ];
}

/** The archive's names on the pages of a site: one, where all pages are of one build. */
function namesIn(root: string): readonly string[] {
  const names = filesIn(root).filter((file) => file.endsWith(".html")).map((file) => /<meta property="og:site_name" content="(?<name>[^"]*)">/u.exec(readFileSync(path.join(root, file), "utf8"))?.groups?.["name"] ?? `none in ${file}`);
  return [...new Set(names)];
}

function startBuild(...more: readonly string[]): ChildProcess {
  const args = ["build", "--content", content, "--output", output, "--site-url", "https://norrby.example", "--no-search", "--jobs", "2", ...more];
  return spawn(process.execPath, [path.join(projectFolder, "src/cli.ts"), ...args], { stdio: ["ignore", "ignore", "pipe"] });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("close", resolve));
}
