import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../src/content/json-schemas.ts";

const folder = path.join(import.meta.dirname, "../../schemas");

describe("the schemas for editors", () => {
  test.each(Object.entries(jsonSchemas()))("%s is what the code says (node tools/schemas.ts writes it anew)", (name, text) => {
    expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
  });

  test("are all there is in the folder", () => expect(readdirSync(folder).sort()).toEqual(Object.keys(jsonSchemas()).sort()));

  test("know every key and say what it is for", () => {
    const schema: { properties: Record<string, { description?: string }>; additionalProperties: boolean } = JSON.parse(jsonSchemas()["article.schema.json"] ?? "");
    expect(Object.entries(schema.properties).filter(([, { description }]) => description === undefined)).toEqual([]);
    expect(Object.keys(schema.properties)).toContain("formerUrls");
    expect(schema.additionalProperties).toBe(false);
  });
});
