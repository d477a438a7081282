import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";
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
  const found = filesBelow(folder);
  problems.push(...found.problems);
  for (const file of found.files) {
    const extension = path.extname(file).toLowerCase();
    if (extension !== ".md" && extension !== ".yaml") {
      problems.push(...foreignFile(file, extension));
      otherFiles.add(file);
      continue;
    }
    const text = readText(folder, file);
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

interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Paths of all content files below a folder, with "/" between parts, in code-unit order. */
function filesBelow(folder: string): FoundFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ContentFolderError(`there is no content folder at ${folder}; name another with --content, or make it`);
  }
  const root = realpathSync(folder);
  const files: string[] = [];
  const problems: Problem[] = [];
  const visit = (prefix: string): void => {
    for (const entry of readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
      if (entry.name.startsWith("_") || entry.name.startsWith(".")) continue;
      const file = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      const problem = entry.isDirectory() || entry.isFile() ? undefined : specialFile(root, file, entry);
      if (problem !== undefined) problems.push(problem);
      else if (entry.isDirectory()) visit(file);
      else files.push(file);
    }
  };
  visit("");
  return { files: files.sort(), problems };
}

// A link may lead to another file of the content (some archives keep large pictures so), and nowhere else.
function specialFile(root: string, file: string, entry: Dirent): Problem | undefined {
  const problem = (message: string, fix: string): Problem => ({ file, line: undefined, column: undefined, message, fix });
  if (!entry.isSymbolicLink()) return problem("this is not a file that can be read (a pipe, a socket or a device)", "remove it, or put a file in its place");
  const target = statSync(path.join(root, file), { throwIfNoEntry: false });
  if (target === undefined) return problem("this is a link to a file that is not there", "remove it, or put the file in its place");
  if (target.isDirectory()) return problem("this is a link to a folder, and such links are not followed", "put the folder itself in its place");
  if (!realpathSync(path.join(root, file)).startsWith(root + path.sep)) return problem("this is a link to a file outside the content folder", "put the file itself in its place");
  return undefined;
}

function readText(folder: string, file: string): string | Problem {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch (error) {
    // No permission, a name that is not UTF-8, a file removed since the folder was listed: one file must not hide the others.
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { file, line: undefined, column: undefined, message: `the file cannot be read (${reason})`, fix: "check its name and who may read it" };
  }
  return decodeText(file, bytes);
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
