import { readFileSync } from "node:fs";
import { recognizeCharset } from "./charset.ts";
import { decode } from "./decode.ts";
import { listOf, textOf } from "./ghost-cards.ts";
import { isObject, parseJson } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { SourceFile } from "./source-files.ts";

/** The tables of a Ghost export that concern its articles; members, their addresses and the settings are never looked at. */
export interface GhostExport {
  readonly posts: readonly JsonValue[];
  /** Rows by the number of the post they belong to. */
  readonly meta: ReadonlyMap<string, JsonObject>;
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly tags: ReadonlyMap<string, readonly GhostTag[]>;
  /** How its addresses were made: "/:year/:month/:slug/". */
  readonly permalinks: string;
}

export interface GhostTag {
  readonly name: string;
  /** "#photo-essay": for the site's own use. */
  readonly internal: boolean;
}

/** Reads an export (`{"db": [{"data": {...}}]}`, or the part inside), or says why it is none. */
export function readGhostExport({ path }: SourceFile): { readonly found: GhostExport } | { readonly reason: string; readonly detail: string } {
  const bytes = readFileSync(path);
  const { charset, fault } = recognizeCharset(bytes, "utf-8");
  if (fault) return fault;
  const parsed = parseJson(decode(bytes, charset));
  if ("fault" in parsed) return { reason: "is not JSON", detail: parsed.fault };
  const root = isObject(parsed.value) && Array.isArray(parsed.value["db"]) ? listOf(parsed.value["db"])[0] : parsed.value;
  const data = isObject(root) ? root["data"] : undefined;
  if (!isObject(data) || !Array.isArray(data["posts"])) return { reason: "is not a Ghost export", detail: "it has no list data.posts" };
  return { found: tablesOf(data) };
}

function tablesOf(data: JsonObject): GhostExport {
  const rows = (name: string): readonly JsonObject[] => listOf(data[name]).filter(isObject);
  const users = new Map(rows("users").map((user) => [textOf(user["id"]), textOf(user["name"])]));
  const tags = new Map(rows("tags").map((tag) => [textOf(tag["id"]), { name: textOf(tag["name"]), internal: tag["visibility"] === "internal" || textOf(tag["name"]).startsWith("#") }]));
  return {
    posts: listOf(data["posts"]),
    meta: new Map(rows("posts_meta").map((row) => [textOf(row["post_id"]), row])),
    authors: related(rows("posts_authors"), "author_id", users),
    tags: related(rows("posts_tags"), "tag_id", tags),
    permalinks: textOf(rows("settings").find(({ key }) => key === "permalinks")?.["value"]) || "/:slug/",
  };
}

// Rows in the order that Ghost shows them in.
function related<Value>(rows: readonly JsonObject[], key: string, values: ReadonlyMap<string, Value>): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const row of rows.toSorted((a, b) => Number(a["sort_order"] ?? 0) - Number(b["sort_order"] ?? 0))) {
    const value = values.get(textOf(row[key]));
    const post = textOf(row["post_id"]);
    if (value !== undefined) found.set(post, [...(found.get(post) ?? []), value]);
  }
  return found;
}
