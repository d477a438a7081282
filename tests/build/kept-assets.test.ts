import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { siteAssets } from "../../src/build/assets.ts";

const cacheFolder = mkdtempSync(path.join(os.tmpdir(), "backfile-assets-"));
vi.doMock("../../src/build/project.ts", async (original) => ({ ...(await original<typeof import("../../src/build/project.ts")>()), cacheFolder }));
const { keptAssets } = await import("../../src/build/kept-assets.ts");
const file = path.join(cacheFolder, "assets.json");

test("assets are made once for a program and then read", () => {
  expect(keptAssets("one")).toEqual(siteAssets());
  const kept = readFileSync(file, "utf8");
  expect(kept.startsWith("one ")).toBe(true);
  expect(keptAssets("one")).toEqual(siteAssets());
  expect(readFileSync(file, "utf8")).toBe(kept);
});

test("what another program has kept is made again", () => {
  keptAssets("one");
  keptAssets("two");
  expect(readFileSync(file, "utf8").startsWith("two ")).toBe(true);
});

test.each([
  ["cut short", (text: string) => text.slice(0, -20)],
  ["changed", (text: string) => text.replace("assets/style-", "assets/style_")],
  ["empty", () => ""],
])("a file that is %s is made again", (_name, damage) => {
  keptAssets("one");
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, damage(whole));
  expect(keptAssets("one")).toEqual(siteAssets());
  expect(readFileSync(file, "utf8")).toBe(whole);
});
