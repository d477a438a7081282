import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Article } from "../model/article.ts";
import { authorityKinds, type AuthorityKind, type AuthorityRecord } from "../model/authority.ts";
import type { Content } from "../model/build-archive.ts";
import type { Problem } from "../model/content-error.ts";
import { decodeText } from "./decode-text.ts";
import { nearest } from "./nearest.ts";
import { parseArticle } from "./parse-article.ts";
import { parseRecords } from "./parse-records.ts";
import { defaultSettings, parseSettings } from "./parse-settings.ts";

/** What stands in a content folder, and what is wrong with it. */
export interface ReadContent extends Content {
  /** Paths inside the folder of every file that is not an article or a YAML file, sorted. */
  readonly otherFiles: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Thrown where the content folder itself cannot be read. */
export class ContentFolderError extends Error {
  override readonly name = "ContentFolderError";
}

/**
 * Reads a content folder: articles at any depth, the authority files and archive.yaml at its top.
 * Names that begin with "_" or "." are not content. Throws ContentFolderError where there is no such folder.
 */
export function readContent(folder: string): ReadContent {
  const problems: Problem[] = [];
  const articles: Article[] = [];
  const records: Record<AuthorityKind, readonly AuthorityRecord[]> = { people: [], places: [], organizations: [], topics: [] };
  const otherFiles = new Set<string>();
  let settings = defaultSettings;
  for (const file of filesBelow(folder)) {
    const extension = path.extname(file).toLowerCase();
    if (extension !== ".md" && extension !== ".yaml") {
      problems.push(...foreignFile(file, extension));
      otherFiles.add(file);
      continue;
    }
    const text = decodeText(file, readFileSync(path.join(folder, file)));
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    if (extension === ".md") {
      const parsed = parseArticle(file, text);
      if (parsed.problems) problems.push(...parsed.problems);
      else articles.push(parsed.article);
      continue;
    }
    const source = { file, text, line: 1 };
    const kind = authorityKinds.find((name) => file === `${name}.yaml`);
    if (kind !== undefined) {
      const parsed = parseRecords(kind, source);
      problems.push(...parsed.problems);
      records[kind] = parsed.records;
    } else if (file === "archive.yaml") {
      const parsed = parseSettings(source);
      problems.push(...parsed.problems);
      settings = parsed.settings;
    } else {
      problems.push(unknownYaml(file));
    }
  }
  return { articles, records, settings, otherFiles, problems };
}

/** Paths of all content files below a folder, with "/" between parts, in code-unit order. */
function filesBelow(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ContentFolderError(`there is no content folder at ${folder}; name another with --content, or make it`);
  }
  const files: string[] = [];
  const visit = (prefix: string): void => {
    for (const entry of readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
      if (entry.name.startsWith("_") || entry.name.startsWith(".")) continue;
      const file = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) visit(file);
      else files.push(file);
    }
  };
  visit("");
  return files.sort();
}

const yamlFiles = [...authorityKinds.map((kind) => `${kind}.yaml`), "archive.yaml"];

function unknownYaml(file: string): Problem {
  const near = nearest(path.basename(file), yamlFiles);
  return {
    file,
    line: undefined,
    column: undefined,
    message: "no YAML file of this name is read here",
    fix: near === undefined || near === file ? `the files are ${yamlFiles.join(", ")}, at the top of the folder` : `did you mean ${near}, at the top of the folder?`,
  };
}

// Files that look like articles or settings but would silently not be read.
function foreignFile(file: string, extension: string): readonly Problem[] {
  const renamed: Readonly<Record<string, string>> = { ".markdown": ".md", ".mdown": ".md", ".yml": ".yaml" };
  const right = renamed[extension];
  if (right === undefined) return [];
  return [{ file, line: undefined, column: undefined, message: `files ending in ${extension} are not read`, fix: `rename it to end in ${right}` }];
}
