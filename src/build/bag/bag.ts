import { hash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { readContentFolder } from "../../content/content-folder.ts";
import { canonicalOf } from "../../model/site.ts";
import { siteAssets } from "../assets.ts";
import { buildSite, type BuildOptions } from "../build.ts";
import { filesBelow } from "../files-below.ts";
import { digestOf } from "../generation.ts";
import { projectFolder } from "../project.ts";
import { asideOf } from "../publish.ts";
import { siteOf } from "../site.ts";
import { bagContent, type LeftOut } from "./bag-content.ts";
import { BagError } from "./bag-error.ts";
import { bagInfo } from "./bag-info.ts";
import { copyInto, writeInto, type BaggedFile } from "./payload.ts";

/** What was bagged. */
export interface Bagged {
  readonly folder: string;
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  readonly leftOut: LeftOut;
  /** Of the build. */
  readonly warnings: readonly string[];
}

/**
 * Builds the site, and writes a bag of it and of the content it was made of: BagIt 1.0 (RFC 8493), with SHA-512. What is
 * withdrawn, under embargo or withheld stays out, and bag-info.txt says how much of it. The same content gives the same bag.
 * Throws ContentError as a build does, BagError where the folder is not fit or something changed meanwhile; the folder is
 * then as it was.
 */
export async function bagArchive(folder: string, options: BuildOptions): Promise<Bagged> {
  requireRoom(folder, options);
  const before = readContentFolder(options.content).fingerprint;
  const { digest, warnings } = await buildSite(options);
  const wasThere = existsSync(folder);
  try {
    return { ...writeBag(folder, options, before, digest), warnings };
  } catch (error) {
    if (wasThere) for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
    else rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function writeBag(folder: string, options: BuildOptions, contentFingerprint: string, digest: string): Omit<Bagged, "warnings"> {
  const content = readContentFolder(options.content);
  const { archive, files, leftOut } = bagContent(content, options.asOf);
  const payload: BaggedFile[] = files.map(({ file, text }) => {
    const name = `${contentPart}${file}`;
    return text === undefined ? copyInto(folder, name, path.join(content.path, file)) : writeInto(folder, name, text);
  });
  // What was withdrawn while the site was built or the files were copied must not be in the bag.
  if (readContentFolder(options.content).fingerprint !== contentFingerprint) throw changed("the content");
  const site = filesBelow(options.output).map((file) => copyInto(folder, `${sitePart}${file}`, path.join(options.output, file)));
  if (digestOf(site.map(({ path: name, sha256 }) => `${sha256}  ${name.slice(sitePart.length)}\n`).join("")) !== digest) throw changed("the site");
  payload.push(...site);

  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const info = bagInfo({
    settings: archive.settings,
    url: canonicalOf(siteOf(archive.settings, options, siteAssets()), "/"),
    articles: archive.articles.length,
    files: payload.length,
    bytes,
    digest,
    leftOut,
    version: programVersion(),
  });
  const tags = [writeInto(folder, "bag-info.txt", info), { path: "bagit.txt", sha512: hash("sha512", declaration) }, writeInto(folder, "manifest-sha512.txt", manifest(payload))];
  writeInto(folder, "tagmanifest-sha512.txt", manifest(tags));
  // The last of all: without it a folder is no bag.
  writeInto(folder, "bagit.txt", declaration);
  return { folder, articles: archive.articles.length, files: payload.length, bytes, leftOut };
}

const contentPart = "data/content/";
const sitePart = "data/site/";
const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

// RFC 8493 2.1.3: what would end a line is percent-encoded, and so is the percent sign.
function manifest(files: readonly Pick<BaggedFile, "path" | "sha512">[]): string {
  return files.map(({ path: name, sha512 }) => `${sha512}  ${name.replace(/[%\r\n]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`)}\n`).join("");
}

function requireRoom(folder: string, { content, output }: BuildOptions): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new BagError(`${folder} is there already; name a new or empty folder for the bag, or take it away: a bag is never written over`);
  }
  for (const other of [content, output, asideOf(output)]) {
    if (!path.relative(path.resolve(other), path.resolve(folder)).startsWith("..")) throw new BagError(`${folder} lies inside ${other}, and a bag must not hold itself; name a folder elsewhere`);
  }
}

function changed(what: string): BagError {
  return new BagError(`${what} was changed while it was bagged; bag it again`);
}

function programVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(projectFolder, "package.json"), "utf8"))).version;
}
