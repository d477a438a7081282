import { describe, expect, test } from "vitest";
import { excerptOf, lineOf } from "../../src/content/excerpt.ts";
import { ContentError, formatProblem, type Problem } from "../../src/model/content-error.ts";

const problem: Problem = { file: "1987/03/bridge.md", line: 3, column: 7, message: "this is wrong", fix: "mend it" };

describe("a problem on a terminal", () => {
  test("is one line: file, line, column, what is wrong, how to mend it", () => {
    expect(formatProblem(problem)).toBe("1987/03/bridge.md:3:7 this is wrong; mend it");
  });

  test.each([
    ["no column", { ...problem, column: undefined }, "1987/03/bridge.md:3 this is wrong; mend it"],
    ["no line", { ...problem, line: undefined, column: undefined }, "1987/03/bridge.md: this is wrong; mend it"],
  ])("with %s says what it knows", (_what, one, text) => {
    expect(formatProblem(one)).toBe(text);
  });

  test.each([
    ["a plain line", "date: 2001-02-30", 7, "    date: 2001-02-30\n          ^"],
    ["a tab before the place", "a:\tb", 4, "    a: b\n       ^"],
    ["East Asian letters before the place", "題: 東京: x", 4, "    題: 東京: x\n        ^"],
    ["marks before the place", "e\u0301: x", 5, "    e\u0301: x\n       ^"],
    ["CRLF", "a: b\r", 4, "    a: b\n       ^"],
    ["the end of the line", "title:", 7, "    title:\n          ^"],
    ["an escape sequence", "a: \u001b[31mx", 4, "    a: ␛[31mx\n       ^"],
    ["an override", "\u202ea: x", 4, "    <U+202E>a: x\n              ^"],
  ])("shows the line with a caret: %s", (_what, line, column, shown) => {
    expect(formatProblem({ ...problem, excerpt: excerptOf(line, column) })).toBe(`1987/03/bridge.md:3:7 this is wrong; mend it\n${shown}`);
  });

  test("of a long line shows what is around the place", () => {
    const { text, caret } = excerptOf(`${"a".repeat(5000)}!${"b".repeat(5000)}`, 5001) ?? { text: "", caret: 0 };
    expect(text).toHaveLength(100);
    expect(text.charAt(caret)).toBe("!");
  });

  test("of a blank line shows nothing", () => {
    expect(excerptOf("  ", 1)).toBeUndefined();
  });
});

test.each([[1, "one"], [2, "two"], [3, ""], [4, ""]])("line %i of a text", (number, line) => {
  expect(lineOf("one\ntwo\n", number)).toBe(line);
});

test("all problems are shown, sorted by file, line, column and message, whatever order they were found in", () => {
  const at = (file: string, line: number | undefined, column: number | undefined, message: string): Problem => ({ file, line, column, message, fix: "mend it" });
  const problems = [at("b.md", 1, 1, "b"), at("a.md", 10, 1, "c"), at("a.md", 9, 2, "b"), at("a.md", 9, 2, "a"), at("a.md", undefined, undefined, "z")];
  const sorted = ["a.md z", "a.md a", "a.md b", "a.md c", "b.md b"];
  for (const order of [problems, problems.toReversed()]) {
    const error = new ContentError(order);
    expect(error.problems.map(({ file, message }) => `${file} ${message}`)).toEqual(sorted);
    expect(error.message.split("\n")).toHaveLength(5);
  }
});

test("as JSON a problem keeps its line's text and the place in it", () => {
  expect(JSON.parse(JSON.stringify({ ...problem, excerpt: excerptOf("date: 2001-02-30", 7) }))).toEqual({ ...problem, excerpt: { text: "date: 2001-02-30", caret: 6 } });
});
