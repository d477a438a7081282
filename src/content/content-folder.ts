import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
import type { Problem } from "../model/content-error.ts";
import { decodeText } from "./decode-text.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** Thrown where the content folder itself cannot be read. */
export class ContentFolderError extends Error {
  override readonly name = "ContentFolderError";
}

/** A file of text: an article or a YAML file. */
export interface TextFile {
  /** Path inside the content folder, with "/" between parts. */
  readonly file: string;
  /** Its text, or why it has none. */
  readonly text: string | Problem;
  /** Of its bytes. */
  readonly fingerprint: string;
}

/** Everything that stands in a content folder, before any of it is understood. */
export interface ContentFolder {
  readonly path: string;
  readonly texts: readonly TextFile[];
  /** Paths of all other files. */
  readonly otherFiles: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Of all texts, and of size and time of all other files: equal where nothing has changed. */
  readonly fingerprint: string;
}

/**
 * Reads a content folder at any depth. Names that begin with "_" or "." are not content.
 * Throws ContentFolderError where there is no such folder.
 */
export function readContentFolder(folder: string): ContentFolder {
  const { files, problems } = filesBelow(folder);
  const texts: TextFile[] = [];
  const otherFiles = new Set<string>();
  const marks: string[] = [];
  for (const file of files) {
    if (isText(file)) {
      const text = readText(folder, file);
      texts.push(text);
      marks.push(`${file} ${text.fingerprint}`);
    } else {
      const stat = statSync(path.join(folder, file));
      otherFiles.add(file);
      marks.push(`${file} ${stat.size} ${stat.mtimeMs}`);
    }
  }
  return { path: folder, texts, otherFiles, problems, fingerprint: fingerprintOf(marks.join("\n")) };
}

function isText(file: string): boolean {
  return [".md", ".yaml"].includes(path.extname(file).toLowerCase());
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

function readText(folder: string, file: string): TextFile {
  try {
    const bytes = readFileSync(path.join(folder, file));
    return { file, text: decodeText(file, bytes), fingerprint: fingerprintOf(bytes) };
  } catch (error) {
    // No permission, a name that is not UTF-8, a file removed since the folder was listed: one file must not hide the others.
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const text = { file, line: undefined, column: undefined, message: `the file cannot be read (${reason})`, fix: "check its name and who may read it" };
    return { file, text, fingerprint: reason };
  }
}
