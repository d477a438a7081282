import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectFolder } from "../../src/build/project.ts";
import { forgetBuild } from "../build-site.ts";
import { copyProject, run } from "./project-copy.ts";
import { digestIn, digestOfFolder } from "./site-of.ts";

/* The sample, with its pictures and its search, at every hour of the globe: the same bytes. */

/** Whole hours from a day behind to a day ahead, and those with halves, quarters and summer times of their own. */
const zones = [
  ...Array.from({ length: 27 }, (_, i) => `Etc/GMT${i - 14 < 0 ? "" : "+"}${i - 14}`),
  "Pacific/Kiritimati", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Europe/Dublin", "Africa/Casablanca",
];

const locales = ["C", "en_US.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "ja_JP.UTF-8", "sv_SE.UTF-8"];

const folder = mkdtempSync(path.join(tmpdir(), "backfile-clock-"));
const site = path.join(folder, "site");
let expected = "";

beforeAll(async () => {
  expected = await digestOf(projectFolder, site, {});
  expect(digestOfFolder(site)).toBe(expected);
}, 600_000);

afterAll(() => {
  forgetBuild(site);
  rmSync(folder, { recursive: true, force: true });
});

test("in every time zone, in six locales, by one process or two", async () => {
  for (const [i, TZ] of zones.entries()) {
    const locale = locales[i % locales.length] ?? "C";
    expect([TZ, locale, await digestOf(projectFolder, site, { TZ, LC_ALL: locale, LANG: locale }, "--jobs", String(1 + (i % 2)))]).toEqual([TZ, locale, expected]);
  }
  expect(digestOfFolder(site)).toBe(expected);
});

test("with all pictures made anew by another copy of the program, and on one core alone", async () => {
  const copy = copyProject(path.join(folder, "project"));
  expect(await digestOf(copy, path.join(folder, "other"), { TZ: "Pacific/Kiritimati" })).toBe(expected);
  execFileSync("rm", ["-rf", path.join(copy, ".cache")]);
  const stdout = execFileSync("taskset", ["-c", "0", process.execPath, path.join(copy, "src/start.js"), ...argumentsFor(path.join(folder, "single"), "--jobs", "1")], { encoding: "utf8" });
  expect(digestIn(stdout)).toBe(expected);
});

async function digestOf(project: string, output: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(project, argumentsFor(output, ...args), { environment }).end;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return digestIn(stdout);
}

function argumentsFor(output: string, ...args: readonly string[]): readonly string[] {
  return ["build", "--preview", "--json", "--fresh", "--content", path.join(projectFolder, "articles"), "--output", output, ...args];
}
