import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectFolder } from "../../src/build/project.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/*
 * Plain `npx @11ty/eleventy` beside `backfile build --no-search`. The build renders all pages that come in numbers outside
 * Eleventy's run, and in several processes: here is what keeps both ways to the same bytes.
 */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-plain-"));
  // Eleventy reads layouts/ and articles/ of the folder it is called in.
  symlinkSync(path.join(projectFolder, "layouts"), path.join(folder, "layouts"));
});
afterEach(() => {
  forgetBuild(path.join(folder, "built"));
  rmSync(folder, { recursive: true, force: true });
});

describe("plain Eleventy writes the same files, byte for byte, as the build without search", () => {
  test.each(["empty", "dates", "images"])("of the golden site %s", async (name) => {
    symlinkSync(path.resolve(import.meta.dirname, "../sites", name, "articles"), path.join(folder, "articles"));
    await compare();
  });

  test("of an archive with pages of every kind, and more of them than one slice takes", async () => {
    await writeLargeArchive(path.join(folder, "articles"));
    await compare();
  });
});

test("plain Eleventy fails on wrong content, says where, and writes nothing", () => {
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "articles/bridge.md"), "---\ntitle: The Bridge Opens\ndate: 2001-02-30\n---\nText.\n");
  const { status, stderr, stdout } = runEleventy();
  expect(status).not.toBe(0);
  expect(stderr + stdout).toContain('bridge.md:3:7 date: "2001-02-30" is not a calendar date');
  expect(readdirSync(folder)).not.toContain("_site");
});

async function compare(): Promise<void> {
  const { status, stderr } = runEleventy();
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  await buildForTest(path.join(folder, "articles"), path.join(folder, "built"), { jobs: 2 });
  const [plain, built] = [readTree(path.join(folder, "_site")), readTree(path.join(folder, "built"))];
  expect([...plain.keys()].sort()).toEqual([...built.keys()].sort());
  expect([...plain].filter(([file, bytes]) => !built.get(file)?.equals(bytes)).map(([file]) => file)).toEqual([]);
}

function runEleventy(): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const program = path.join(projectFolder, "node_modules/@11ty/eleventy/cmd.cjs");
  return spawnSync(process.execPath, [program, `--config=${path.join(projectFolder, "eleventy.config.js")}`], { cwd: folder, encoding: "utf8" });
}

function readTree(root: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(root, file), readFileSync(file)];
  }));
}

async function writeLargeArchive(content: string): Promise<void> {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  };
  for (let i = 0; i < 240; i++) {
    const month = String((i % 12) + 1).padStart(2, "0");
    const day = String((i % 28) + 1).padStart(2, "0");
    write(`1987/${month}/report-${i}.md`, `---\ntitle: Report ${i}\ndate: 1987-${month}-${day}\nbyline: Reporter ${i % 5}\nsection: Section ${i % 3}\npeople: [Person ${i % 40}]\nplaces: [Norrby]\n---\n\nPerson ${i % 40} was seen in *Norrby* on day ${i}.\n`);
  }
  write("1987/01/gone.md", "---\ntitle: Gone\ndate: 1987-01-01\nstatus: withdrawn\nwithdrawn: {date: 1988-01-01, reason: It was wrong}\n---\nText.\n");
  write("1987/01/moved.md", "---\ntitle: Moved\ndate: 1987-01-01\nformerUrls: [/old.html, /old/address/]\ncorrections: [{date: 1987-01-03, text: The day was wrong.}]\nimages: [{src: quay.png, alt: A quay, lead: true}]\n---\nText with ![a quay](quay.png \"The quay\") in it.\n\n![Again](quay.png)\n");
  write("archive.yaml", "title: The Norrby Post\nabout: |\n  What *it* is.\n");
  write("people.yaml", "person-1:\n  name: Person 1\n  formerIds: [first-person]\n");
  await sharp({ create: { width: 700, height: 400, channels: 3, background: "#7c8a92" } }).png().toFile(path.join(content, "1987/01/quay.png"));
}
