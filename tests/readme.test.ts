import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { usage } from "../src/command.ts";
import { articleSchema } from "../src/content/article-schema.ts";
import { placeSchema } from "../src/content/authority-schema.ts";
import { settingsSchema } from "../src/content/settings-schema.ts";

const readme = readFileSync(path.join(import.meta.dirname, "../README.md"), "utf8");

test.each([
  ["command", usage.match(/(?<=^backfile )\w+/gmu)],
  ["option", usage.match(/--[\w-]+/gu)],
  ["key of an article", Object.keys(articleSchema.shape)],
  ["key of a record", Object.keys(placeSchema.shape)],
  ["setting", Object.keys(settingsSchema.shape)],
])("the README names every %s", (_what, names) => {
  const told = new Set(Array.from(readme.matchAll(/`[^`\n]+`|^(?:npm|npx) .+$|^ *\w+:/gmu), ([code]) => code).flatMap((code) => code.match(/(?:--)?[\w-]+/gu) ?? []));
  expect(names?.length).toBeGreaterThan(5);
  expect((names ?? []).filter((name) => !told.has(name))).toEqual([]);
});
