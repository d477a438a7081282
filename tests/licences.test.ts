import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const lockfileSchema = z.object({
  packages: z.record(z.string(), z.object({
    version: z.string().optional(),
    dev: z.boolean().optional(),
    optional: z.boolean().optional(),
    devOptional: z.boolean().optional(),
    hasInstallScript: z.boolean().optional(),
    license: z.string().optional(),
  })),
});

const manifestSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

const versions = z.record(z.string(), z.string());
const directSchema = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions });

const permissive = new Set([
  "MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "CC0-1.0", "Unlicense", "BlueOak-1.0.0",
  // argparse (below js-yaml and markdown-it's own commands) has the Python Software Foundation's; the first holds the second.
  "Python-2.0", "PSF-2.0",
]);

/** Shared libraries beside sharp, replaceable by their users as the LGPL asks. */
const lesserAllowed = /^node_modules\/@img\/sharp-(?:libvips-|win32-|wasm32)/u;

const root = path.resolve(import.meta.dirname, "..");
const lockText = readFileSync(path.join(root, "package-lock.json"), "utf8");
const lock = lockfileSchema.parse(JSON.parse(lockText));
const production = Object.entries(lock.packages).filter(([place, { dev }]) => place !== "" && dev !== true);

test("every package that a published site is made with has a permissive licence", () => {
  const refused = production.flatMap(([place, { license, optional, devOptional }]) => {
    const found = licenceOf(place);
    // Another platform's package is not installed here: the lockfile's word must do.
    const licence = found ?? (optional === true || devOptional === true ? license : undefined);
    return licence !== undefined && isAllowed(place, licence) ? [] : [`${place}: ${licence ?? "no licence found"}`];
  });
  expect(refused).toEqual([]);
});

test("every package that is not optional is installed", () => {
  expect(production.filter(([place, { optional, devOptional }]) => optional !== true && devOptional !== true && !existsSync(path.join(root, place))).map(([place]) => place)).toEqual([]);
});

test("no package runs a script when it is installed, those for tests included", () => {
  expect(Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([place]) => place)).toEqual([]);
});

test("packages that only tests use are permissive too, or under the Mozilla licence, which asks for nothing where a program is merely run", () => {
  const others = Object.entries(lock.packages).filter(([place, { dev }]) => place !== "" && dev === true);
  expect(others.length).toBeGreaterThan(50);
  expect(others.filter(([place, { license }]) => license === undefined || !(isAllowed(place, license) || license === "MPL-2.0")).map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
});

test("what is named directly is few, in exact versions", () => {
  const { dependencies, devDependencies, optionalDependencies } = directSchema.parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(20);
  const inexact = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version));
  expect(inexact).toEqual([]);
});

test("the lockfile names no registry, so that any mirror serves", () => {
  expect(lockText).not.toContain('"resolved"');
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0)", true],
  ["MIT AND BSD-3-Clause", true],
  ["(MIT AND GPL-3.0)", false],
  ["GPL-3.0-only", false],
  ["UNLICENSED", false],
  ["LGPL-3.0-or-later", false],
])("a licence that reads %s is allowed: %s", (expression, allowed) => {
  expect(isAllowed("node_modules/some-package", expression)).toBe(allowed);
});

// Of alternatives one must be permissive, of licences that hold together all of them.
function isAllowed(place: string, expression: string): boolean {
  const bare = expression.replace(/[()]/gu, "");
  return bare.split(/\s+OR\s+/iu).some((choice) => choice.split(/\s+AND\s+/iu).every((one) => permissive.has(one.trim()) || (lesserAllowed.test(place) && one.trim() === "LGPL-3.0-or-later")));
}

function licenceOf(place: string): string | undefined {
  const file = path.join(root, place, "package.json");
  if (!existsSync(file)) return undefined;
  const { license, licenses } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return license ?? licenses?.map(({ type }) => type).join(" OR ");
}
