import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSite, type BuildOptions, type BuildSummary } from "../../src/build/build.ts";
import { stateFile } from "../../src/build/state.ts";

/** A temporary folder with a content folder and a site. */
export interface WorkFolder {
  readonly path: string;
  readonly content: string;
  readonly site: string;
  /** Builds into `site` as a reader's daily build does: from what the last one left. */
  build(options?: Partial<BuildOptions>): Promise<BuildSummary>;
  /** Builds everything into a new folder, and returns its path. */
  buildClean(options?: Partial<BuildOptions>): Promise<string>;
  remove(): void;
}

/** Makes a folder to work in. */
export function makeWorkFolder(): WorkFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "backfile-build-"));
  const content = path.join(folder, "articles");
  const site = path.join(folder, "site");
  const clean = path.join(folder, "clean");
  const options: BuildOptions = { content, output: site, siteUrl: undefined, basePath: "/", asOf: undefined, search: false, jobs: 1, fresh: false };
  return {
    path: folder,
    content,
    site,
    build: (changes = {}) => buildSite({ ...options, ...changes }),
    async buildClean(changes = {}) {
      rmSync(clean, { recursive: true, force: true });
      rmSync(stateFile(clean), { force: true });
      await buildSite({ ...options, ...changes, output: clean, fresh: true });
      return clean;
    },
    remove() {
      for (const output of [site, clean]) rmSync(stateFile(output), { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
