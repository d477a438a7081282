import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { projectFolder } from "../../src/build/project.ts";
import { forgetBuild } from "../build-site.ts";
import { inventedArchive, writeContent, type ContentFiles } from "./small-archive.ts";
import { readTree, treeDifferences } from "./trees.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* The same content gives the same bytes, whoever builds it, where and when. `npm run test:machine` tries every hour of the globe. */

interface Surroundings {
  readonly TZ: string;
  /** For LC_ALL, LANG and LANGUAGE. */
  readonly locale: string;
  readonly umask: string;
  readonly jobs: string;
  /** Whether files are written, and folders listed, the other way round. */
  readonly reversed: boolean;
}

const here: Surroundings = { TZ: "UTC", locale: "C", umask: "022", jobs: "1", reversed: false };

/** Whatever depends on a day, an hour, a language or a sort order: 150 articles, so that several processes have pages to render. */
const content: ContentFiles = {
  ...inventedArchive(150),
  "1987/late.md": "---\ntitle: Late at Night\ndate: 1987-03-02T23:59:30-05:00\nupdated: 1987-03-03T00:01:00+14:00\nplaces: [İzmir, Ilgın, Åbo, Zürich, Øre]\n---\nText.\n",
  "1987/early.md": "---\ntitle: Early\ndate: 1987-03-02T00:00:00+12:45\npeople: [Ödön Ñuñez, Zoë Ahl, Çelik]\n---\nText.\n",
  "1987/embargoed.md": "---\ntitle: Not Yet\ndate: 1988-01-01\nstatus: embargoed\nembargo: 1988-01-01T00:30:00Z\n---\nText.\n",
  "undated/letter.md": "---\ntitle: A Letter\ndate: undated\nlanguage: ar\n---\nنص.\n",
  "1900/about.md": "---\ntitle: About 1900\ndate: 1900~\ncorrections: [{ date: 1901-01-01, text: It was later. }]\n---\nText.\n",
};

let folder: WorkFolder;
let expected: Built;
beforeAll(() => {
  folder = makeWorkFolder();
  expected = build("plain", here);
});
afterAll(() => {
  for (const name of readdirSync(folder.path)) forgetBuild(path.join(folder.path, name, "site"));
  folder.remove();
});

test.each<[where: string, surroundings: Partial<Surroundings>]>([
  ["a day ahead, in Turkish, for nobody else's eyes, by two processes", { TZ: "Pacific/Kiritimati", locale: "tr_TR.UTF-8", umask: "077", jobs: "2" }],
  ["in New York, in Arabic, with folders listed the other way round", { TZ: "America/New_York", locale: "ar_EG.UTF-8", umask: "002", jobs: "2", reversed: true }],
])("%s: the same bytes", (_where, surroundings) => {
  const built = build(surroundings.locale ?? "other", { ...here, ...surroundings });
  expect(treeDifferences(readTree(expected.site), readTree(built.site))).toEqual([]);
  expect(built.digest).toBe(expected.digest);
});

interface Built {
  readonly site: string;
  readonly digest: string;
}

// In a folder of its own, whose name nothing may depend on.
function build(name: string, { TZ, locale, umask, jobs, reversed }: Surroundings): Built {
  const own = path.join(folder.path, name);
  const [articles, site, disorder] = [path.join(own, "articles"), path.join(own, "site"), path.join(own, "disorder.mjs")];
  mkdirSync(own);
  const files = Object.entries(content);
  writeContent(articles, Object.fromEntries(reversed ? files.toReversed() : files));
  writeFileSync(disorder, 'import fs from "node:fs";\nimport { syncBuiltinESMExports } from "node:module";\nconst { readdirSync } = fs;\nfs.readdirSync = (...args) => readdirSync(...args).reverse();\nsyncBuiltinESMExports();\n');
  const command = [process.execPath, ...(reversed ? [`--import=${disorder}`] : []), path.join(projectFolder, "src/cli.ts"), "build", "--json", "--jobs", jobs, "--content", articles, "--output", site];
  const { stdout, stderr } = spawnSync("sh", ["-c", `umask ${umask} && exec "$@"`, "sh", ...command], { encoding: "utf8", cwd: own, env: { ...process.env, TZ, LC_ALL: locale, LANG: locale, LANGUAGE: locale } });
  expect(stderr).toBe("");
  return { site, digest: z.object({ digest: z.string() }).parse(JSON.parse(stdout)).digest };
}
