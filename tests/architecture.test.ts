import { globSync, readFileSync } from "node:fs";
import path from "node:path/posix";
import { describe, expect, test } from "vitest";

// "content -> model <- html <- layouts <- build <- cli", and client <- build, which publishes the scripts and writes the
// files they read: what the files of each room may import from other rooms.
const allowed: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/content": ["src/model"],
  "src/html": ["src/model"],
  "src/client": ["src/model"],
  "src/import": ["src/content", "src/model"],
  // Writes front matter as importers do.
  "src/suggest": ["src/content", "src/import", "src/model"],
  layouts: ["src/html", "src/model"],
  "src/build": ["src/content", "src/model", "src/html", "src/client", "layouts"],
  cli: ["src/build", "src/content", "src/html", "src/import", "src/model", "src/suggest"],
  ".eleventy.ts": ["src/build", "src/content", "src/html", "src/model"],
};

interface Import {
  readonly from: string;
  readonly line: number;
  readonly target: string;
  readonly typesOnly: boolean;
}

// `import ... from "x"`, `export ... from "x"`, `import "x"` at the beginning of a line, and import("x") anywhere.
const importPattern = /(?:^(?<statement>(?:import|export)\b[^;"]*?\bfrom\s*|import\s*)|\bimport\(\s*)"(?<name>[^"]+)"/gmu;

const root = path.resolve(import.meta.dirname, "..");
const files = globSync(["src/**/*.ts", "layouts/**/*.ts", ".eleventy.ts"], { cwd: root }).map((file) => file.replaceAll("\\", "/")).sort();
const imports = files.flatMap(importsOf);
const against = imports.filter(isAgainstTheRule);

test("every room is known to this test", () => {
  expect(files.map(roomOf).filter((room) => !(room in allowed))).toEqual([]);
});

describe("imports between rooms point one way", () => {
  test.each(Object.keys(allowed))("%s", (room) => {
    expect(against.filter(({ from }) => roomOf(from) === room).map(shown)).toEqual([]);
  });
});

test("Eleventy is named only in .eleventy.ts and src/build", () => {
  const wrong = imports.filter(({ from, target }) => /^@11ty\/|eleventy/u.test(target) && from !== ".eleventy.ts" && roomOf(from) !== "src/build");
  expect(wrong.map(shown)).toEqual([]);
});

test("the model and the browser's scripts use nothing of Node", () => {
  const wrong = imports.filter(({ from, target }) => ["src/model", "src/client", "src/html"].includes(roomOf(from)) && target.startsWith("node:"));
  expect(wrong.map(shown)).toEqual([]);
});

test("there are no cycles of files", () => {
  const edges = new Map(files.map((file) => [file, imports.filter(({ from, typesOnly }) => from === file && !typesOnly).map(({ target }) => target)]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
    else if (!done.has(file)) {
      for (const target of edges.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

// Of the browser's scripts the build takes types and nothing else: what runs in a page must not drag the page along.
function isAgainstTheRule({ from, target }: Import): boolean {
  const [room, other] = [roomOf(from), roomOf(target)];
  if (!isOurs(target) || room === other) return false;
  return !(allowed[room] ?? []).includes(other);
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(importPattern)].map((match) => {
    const { statement = "", name = "" } = match.groups ?? {};
    return {
      from: file,
      line: text.slice(0, match.index).split("\n").length,
      target: name.startsWith(".") ? path.join(path.dirname(file), name) : name,
      typesOnly: isTypesOnly(statement),
    };
  });
}

// `import type {...}` or `import { type A, type B }`.
function isTypesOnly(statement: string): boolean {
  if (/^(?:import|export)\s+type\b/u.test(statement)) return true;
  const names = /^(?:import|export)\s*\{(?<names>[^}]*)\}/u.exec(statement)?.groups?.["names"];
  return names !== undefined && names.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

function isOurs(target: string): boolean {
  return target.startsWith("src/") || target.startsWith("layouts/") || target === ".eleventy.ts";
}

// "src/build/pages/article-page.ts" -> "src/build"; "src/cli.ts" and "src/command.ts" are the command line.
function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  if (first === "src") return second.endsWith(".ts") ? "cli" : `src/${second}`;
  return first;
}

function shown({ from, line, target }: Import): string {
  return `${from}:${line} imports ${target}`;
}
