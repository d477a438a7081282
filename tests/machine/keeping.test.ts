import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { bagArchive } from "../../src/build/bag/bag.ts";
import { projectFolder } from "../../src/build/project.ts";
import { forgetBuild } from "../build-site.ts";
import { readPackage } from "../build/data/restore.ts";

/*
 * The sample's bag, checksums and data package, as other programs see them: sha512sum and sha256sum (coreutils), gunzip, and
 * the Frictionless project's own library. That is fetched by npm, in this version, and is no package of the project: what it
 * needs is old.
 */

const frictionless = "datapackage@1.1.10";

const folder = mkdtempSync(path.join(tmpdir(), "backfile-keeping-"));
const [site, bag] = [path.join(folder, "site"), path.join(folder, "bag")];

beforeAll(async () => {
  await bagArchive(bag, { content: path.join(projectFolder, "articles"), output: site, siteUrl: undefined, basePath: "/", asOf: undefined, search: true, jobs: 2, fresh: true });
});
afterAll(() => {
  forgetBuild(site);
  rmSync(folder, { recursive: true, force: true });
});

// Throws where one sum differs or one file is missing.
function check(program: "sha256sum" | "sha512sum", lists: readonly string[], cwd: string): void {
  execFileSync(program, ["--check", "--strict", "--quiet", ...lists], { cwd });
}

test("sha512sum finds every file of the bag as its manifests say", () => {
  check("sha512sum", ["manifest-sha512.txt", "tagmanifest-sha512.txt"], bag);
  writeFileSync(path.join(folder, "list.txt"), `${"0".repeat(128)}  bag-info.txt\n`);
  expect(() => check("sha512sum", [path.join(folder, "list.txt")], bag)).toThrow();
});

test("sha256sum finds every file of the site as its list says", () => {
  check("sha256sum", ["data/manifest-sha256.txt"], site);
});

test("gunzip reads the data as Node does", () => {
  const file = path.join(site, "data/citations.csl.json.gz");
  expect(execFileSync("gunzip", ["-c", file])).toEqual(gunzipSync(readFileSync(file)));
});

test("the Frictionless project's library finds the data package valid by its published schemas, and reads every table", () => {
  const [library, unpacked] = [path.join(folder, "library"), path.join(folder, "data")];
  mkdirSync(library);
  writeFileSync(path.join(library, "package.json"), "{}");
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", frictionless], { cwd: library });
  cpSync(path.join(site, "data"), unpacked, { recursive: true });
  const descriptor = JSON.parse(readFileSync(path.join(unpacked, "datapackage.json"), "utf8"));
  for (const resource of descriptor.resources) {
    if (resource.compression !== "gz") continue;
    const plain = resource.path.slice(0, -".gz".length);
    writeFileSync(path.join(unpacked, plain), gunzipSync(readFileSync(path.join(unpacked, resource.path))));
    resource.path = plain;
  }
  writeFileSync(path.join(unpacked, "datapackage.json"), JSON.stringify(descriptor));
  const output = execFileSync(process.execPath, [path.join(import.meta.dirname, "frictionless.cjs"), library, unpacked], { encoding: "utf8" });
  const { faults, rows } = z.object({ faults: z.array(z.string()), rows: z.record(z.string(), z.number()) }).parse(JSON.parse(output));
  expect(faults).toEqual([]);
  const tables = readPackage(path.join(site, "data")).resources.filter(({ format }) => format === "csv").map(({ name }) => name);
  expect(Object.keys(rows)).toEqual(tables);
  const articles = Object.entries(rows).reduce((sum, [name, count]) => (name.startsWith("articles-") ? sum + count : sum), 0);
  expect(readFileSync(path.join(bag, "bag-info.txt"), "utf8")).toContain(`\nArticles: ${articles}\n`);
});
