import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "../../src/build/check.ts";
import { formatCheck } from "../../src/build/format-check.ts";

let content = "";
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), "backfile-check-"));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

describe("a heading that leaves out a level is warned of, with its line", () => {
  test.each<[what: string, body: string, found: readonly (readonly [line: number, message: string])[]]>([
    ["level 4 below level 2", "## Talks\n\nText.\n\n#### Terms\n", [[9, "a heading of level 4 stands below one of level 2; write ###"]]],
    ["level 3 below the title", "Text.\n\n### Terms\n", [[7, "a heading of level 3 stands below one of level 1; write ##"]]],
    ["in a quotation", "> #### Terms\n", [[5, "a heading of level 4 stands below one of level 1; write ##"]]],
    ["levels one after another, and up again", "## A\n\n### B\n\n#### C\n\n## D\n", []],
    ["signs in a block of code", "```\n#### none\n```\n", []],
  ])("%s", async (_what, body, found) => {
    write("1987/03/talks.md", "", body);
    const { warnings } = await checkContent(content, undefined);
    expect(warnings.filter(({ kind }) => kind === "heading-level").map(({ line, message }) => [line, message])).toEqual(found);
  });

  test("on a terminal it is file:line", async () => {
    write("1987/03/talks.md", "", "### Terms\n");
    const { archive, articleFiles, warnings } = await checkContent(content, undefined);
    expect(formatCheck(archive, articleFiles, warnings)).toContain("1 heading that leaves out a level\n  1987/03/talks.md:5: a heading of level 3");
  });
});

describe("two pages at one address are an error of the check, as of the build", () => {
  test.each([
    ["the address of a page of the archive's own", "formerUrls: [/people/]", "the former address /people/ is also the address of one of the archive's own pages"],
    ["the address of another article", "formerUrls: [/1987/03/other/]", "the former address /1987/03/other/ is also that of 1987/03/other.md"],
    ["the folder of the search index", "formerUrls: [/pagefind/old.html]", "the former address /pagefind/old.html belongs to the archive's own files"],
  ])("%s", async (_what, keys, message) => {
    write("1987/03/other.md", "", "Text.\n");
    write("1987/03/talks.md", `${keys}\n`, "Text.\n");
    await expect(checkContent(content, undefined)).rejects.toThrow(message);
  });
});

function write(file: string, keys: string, body: string): void {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
  writeFileSync(path.join(content, file), `---\ntitle: Talks\ndate: 1987-03-02\n${keys}---\n${body}`);
}
