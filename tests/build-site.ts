import { rmSync } from "node:fs";
import { buildSite, type BuildOptions } from "../src/build/build.ts";
import { stateFile } from "../src/build/state.ts";

/** Builds a site as a test wants it: everything anew, in this process, without search, and without writing anything into the content. */
export async function buildForTest(content: string, output: string, options: Partial<BuildOptions> = {}): Promise<void> {
  await buildSite({ content, output, siteUrl: undefined, basePath: "/", asOf: undefined, search: false, jobs: 1, fresh: true, preview: true, ...options });
}

/** Takes away what the build remembers of a folder that no test will build into again. */
export function forgetBuild(output: string): void {
  rmSync(stateFile(output), { force: true });
}
