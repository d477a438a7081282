import { pageContext, type PageContext } from "../src/build/pages/context.ts";
import { loadArchive } from "../src/content/load-archive.ts";
import type { Archive } from "../src/model/archive.ts";
import { site } from "./html/samples.ts";

/** Front matter of articles, and YAML files, by their paths: `"a.md": "date: 1987\npeople: [Ana]"`. */
export type Matter = Readonly<Record<string, string>>;

/** An archive without a folder: an article that says no title is called by its file's name, and one that says no date is undated. */
export function archiveOf(files: Matter): Archive {
  const texts = Object.entries(files).map(([file, text]) => ({ file, text: file.endsWith(".md") ? articleText(file, text) : text, fingerprint: file, mark: undefined }));
  return loadArchive({ path: "", texts, otherFiles: new Set(), problems: [], fingerprint: "" }, undefined).archive;
}

/** What the builders of page values read, for such an archive. */
export function contextOf(files: Matter): PageContext {
  return pageContext(archiveOf(files), site, new Map(), new Map());
}

function articleText(file: string, matter: string): string {
  const title = /^title:/mu.test(matter) ? "" : `title: ${file.replace(/^.*\/|\.md$/gu, "")}\n`;
  const date = /^date:/mu.test(matter) ? "" : "date: undated\n";
  return `---\n${title}${date}${matter}\n---\nText.\n`;
}
