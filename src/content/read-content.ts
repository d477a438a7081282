import path from "node:path";
import type { Article } from "../model/article.ts";
import { authorityKinds, type AuthorityKind, type AuthorityRecord } from "../model/authority.ts";
import type { Content } from "../model/build-archive.ts";
import type { Problem } from "../model/content-error.ts";
import type { ContentFolder } from "./content-folder.ts";
import { nearest } from "./nearest.ts";
import { parseArticle } from "./parse-article.ts";
import { parseRecords } from "./parse-records.ts";
import { defaultSettings, parseSettings } from "./parse-settings.ts";
import { recallArticle, type ArticleMemory } from "./article-memory.ts";

/** What stands in a content folder, and what is wrong with it. */
export interface ReadContent extends Content {
  readonly problems: readonly Problem[];
}

/** Understands a content folder: articles, the authority files and archive.yaml. What the last build has parsed is not parsed again. */
export function readContent(folder: ContentFolder, memory: ArticleMemory): ReadContent {
  const problems: Problem[] = [...folder.problems, ...[...folder.otherFiles].flatMap(foreignFile)];
  const articles: Article[] = [];
  const records: Record<AuthorityKind, readonly AuthorityRecord[]> = { people: [], places: [], organizations: [], topics: [] };
  let settings = defaultSettings;
  for (const textFile of folder.texts) {
    const { file } = textFile;
    const known = recallArticle(textFile, memory);
    if (known !== undefined) {
      articles.push(known);
      continue;
    }
    const { text } = textFile;
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    if (path.extname(file).toLowerCase() === ".md") {
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
  return { articles, records, settings, problems };
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
function foreignFile(file: string): readonly Problem[] {
  const extension = path.extname(file).toLowerCase();
  const renamed: Readonly<Record<string, string>> = { ".markdown": ".md", ".mdown": ".md", ".yml": ".yaml" };
  const right = renamed[extension];
  if (right === undefined) return [];
  return [{ file, line: undefined, column: undefined, message: `files ending in ${extension} are not read`, fix: `rename it to end in ${right}` }];
}
