import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeLargeWxr } from "../import/wxr-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-large-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a WordPress export of 1 GB is imported in less than 400 MB of memory", () => {
  const source = path.join(folder, "large.xml");
  const posts = writeLargeWxr(source, 1000);
  expect(statSync(source).size).toBeGreaterThan(1e9);
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, "../import/measure-import.ts"), "wxr", source, path.join(folder, "content")], { encoding: "utf8" });
  console.log(stdout);
  expect(stderr).toBe("");
  const result: unknown = JSON.parse(stdout);
  expect(result).toMatchObject({ written: posts, broken: 0 });
  expect(result).toHaveProperty("megabytes");
  expect((result as { readonly megabytes: number }).megabytes).toBeLessThan(400);
});
