import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let content = "";
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), "backfile-bench-suggest-"));
  mkdirSync(path.join(content, "1987"));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

test("the measurement counts the tags of an archive, what is suggested, and how much of it is right", () => {
  // 60 datelines of Lowport are tagged norway, 20 sweden: 3 of 4 suggestions of norway are right, sweden is never suggested.
  for (let i = 0; i < 80; i++) {
    writeFileSync(path.join(content, `1987/story-${String(i)}.md`), `---\ntitle: Story ${String(i)}\ndate: 1987-03-02\ndateline: LOWPORT, March 2\nplaces: [${i % 4 === 3 ? "sweden" : "norway"}]\n---\nText.\n`);
  }
  const { stdout, status } = measure(content);
  expect(status).toBe(0);
  expect(stdout).toContain("80 articles; reading them took ");
  expect(stdout).toContain("| others' tags | places | 80 | 80 | 60 | 0.750 | 0.750 | 0 |");
});

test("with an authority file the measurement says what its names alone give", () => {
  writeFileSync(path.join(content, "1987/story.md"), "---\ntitle: Story\ndate: 1987-03-02\ndateline: LOWPORT, March 2\nplaces: [norway]\n---\nText.\n");
  const file = path.join(content, "_places.yaml");
  writeFileSync(file, "norway:\n  name: Norway\n  variants: [Lowport]\n");
  expect(measure(content, file).stdout).toContain("| authority file | places | 1 | 1 | 1 | 1.000 | 1.000 | 0 |");
});

test("without a folder it says what it takes", () => {
  expect(measure()).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run bench:suggest -- CONTENT [PLACES.yaml]") });
});

function measure(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [path.resolve(import.meta.dirname, "../../bench/suggest.ts"), ...args], { encoding: "utf8" });
}
