import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startServer, type SiteServer } from "../../src/build/server.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

export interface BuiltSite {
  /** The home page: "http://127.0.0.1:43210/". */
  readonly url: string;
  /** The folder of the built files. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Writes articles to a temporary folder, builds a site with search from them and serves it as `backfile serve` does. */
export async function buildAndServe(content: Readonly<Record<string, string | Buffer>>): Promise<BuiltSite> {
  const root = mkdtempSync(join(tmpdir(), "backfile-browser-"));
  const folder = join(root, "site");
  for (const [file, text] of Object.entries(content)) {
    const target = join(root, "articles", file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  let server: SiteServer;
  try {
    await buildForTest(join(root, "articles"), folder, { search: true, jobs: 2 });
    server = await startServer({ root: folder, base: "/", port: 0 });
  } catch (error) {
    remove();
    throw error;
  }
  return {
    url: server.url,
    folder,
    async close() {
      await server.close();
      remove();
    },
  };

  function remove(): void {
    forgetBuild(folder);
    rmSync(root, { recursive: true, force: true });
  }
}
