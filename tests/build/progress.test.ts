import { describe, expect, test } from "vitest";
import { progressOn } from "../../src/build/progress.ts";

function heard(isTTY: boolean): string {
  let text = "";
  let clock = 0;
  const progress = progressOn({ isTTY, write: (part) => (text += part) }, () => (clock += 100));
  progress.begin("pages", 2000);
  progress.done(1000);
  progress.end();
  return text;
}

describe("progress", () => {
  test("in a log is one line for each stage", () => expect(heard(false)).toBe("pages 1,000 (0.1 s)\n"));

  test("on a terminal is a bar that gives way to that line", () => {
    expect(heard(true).split("\r\x1b[K")).toEqual(["", "pages [------------------------] 0 of 2,000", "pages [############------------] 1,000 of 2,000", "pages 1,000 (0.4 s)\n"]);
  });
});
