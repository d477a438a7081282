import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { asideOf } from "../src/build/publish.ts";
import { parseCommand } from "../src/command.ts";

/* The templates in docs/ci/: what a host's runner would read and run, as far as it can be told without one. */

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
const github = read("docs/ci/github-pages.yml");
const gitlab = read("docs/ci/gitlab-pages.yml");

const step = z.strictObject({ name: z.string().optional(), id: z.string().optional(), uses: z.string().optional(), run: z.string().optional(), with: z.record(z.string(), z.unknown()).optional(), env: z.record(z.string(), z.string()).optional() });
const workflow = z.object({ jobs: z.object({ publish: z.object({ steps: z.array(step) }) }) });

// The keywords that the template needs, as https://docs.gitlab.com/ci/yaml/ has them; any other is a slip.
const gitlabJob = z.strictObject({
  image: z.string(),
  stage: z.enum([".pre", "build", "test", "deploy", ".post"]),
  rules: z.array(z.strictObject({ if: z.string() })),
  cache: z.strictObject({ key: z.string(), paths: z.array(z.string()) }),
  script: z.array(z.string()),
  artifacts: z.strictObject({ paths: z.array(z.string()) }),
});
const gitlabFile = z.strictObject({ pages: gitlabJob });

let folder = "";
beforeAll(() => {
  // An npm that only says how it was called.
  folder = mkdtempSync(path.join(tmpdir(), "backfile-ci-"));
  mkdirSync(path.join(folder, "bin"));
  writeFileSync(path.join(folder, "bin/npm"), '#!/bin/sh\nprintf "%s\\n" "$*" >> calls.txt\nmkdir -p _site\n');
  chmodSync(path.join(folder, "bin/npm"), 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("GitHub's", () => {
  const { steps } = workflow.parse(parse(github)).jobs.publish;

  test("is what GitHub's own parser takes, expressions included", async () => {
    // It imports JSON as bundlers allow it, and Node does not.
    const hooks = registerHooks({ load: (url, context, next) => (url.endsWith(".min.json") ? { format: "module", shortCircuit: true, source: `export default ${readFileSync(new URL(url), "utf8")}` } : next(url, context)) });
    const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
    hooks.deregister();
    const { context, value } = parseWorkflow({ name: "publish.yml", content: github }, new NoOperationTraceWriter());
    if (value === undefined) throw new Error("no workflow");
    const { errors = [] } = await convertWorkflowTemplate(context, value);
    expect([...context.errors.getErrors().map(({ message }) => message), ...errors.map(({ Message }) => Message)]).toEqual([]);
  });

  test("builds, verifies and deploys, in this order, with what configure-pages says of the site", () => {
    const order = steps.flatMap(({ uses, run }) => uses ?? (run?.startsWith("npm ") === true ? run.split(" ").slice(0, 3).join(" ") : [])).map((name) => name.replace(/@.*/u, ""));
    expect(order).toEqual(["actions/checkout", "actions/setup-node", "actions/configure-pages", "actions/cache", "npm ci --omit=dev", "npm run build", "npm run verify", "actions/upload-pages-artifact", "actions/deploy-pages"]);
    expect(callsOf(steps.flatMap(({ run }) => (run?.startsWith("npm ") === true ? [run] : [])), { ORIGIN: "https://me.github.io", BASE_PATH: "/archive" })).toEqual(callsFor("https://me.github.io", "/archive/"));
    expect(callsOf(steps.flatMap(({ run }) => (run?.startsWith("npm ") === true ? [run] : [])), { ORIGIN: "https://archive.example.org", BASE_PATH: "" })).toEqual(callsFor("https://archive.example.org", "/"));
  });

  test("keeps the build's state, its pictures and the site for the next run, and publishes the site", () => {
    const using = (name: string): unknown => steps.find(({ uses }) => uses?.startsWith(`${name}@`))?.with?.["path"];
    expect(using("actions/cache")).toBe(".cache\n_site\n");
    expect(using("actions/upload-pages-artifact")).toBe("_site");
  });

  test("commits the ledger where a build has written to it, and only then", () => {
    const keep = steps.find(({ name }) => name === "Keep the ledger")?.run ?? "";
    const clone = path.join(folder, "clone");
    const sh = (script: string, cwd = clone): string => {
      const { stdout, stderr, status } = spawnSync("sh", ["-e", "-c", script], { cwd, encoding: "utf8" });
      expect([status, stderr]).toEqual([0, expect.any(String)]);
      return stdout;
    };
    sh(`git init -q --bare origin.git && git clone -q origin.git clone 2>/dev/null && cd clone && git config user.name Test && git config user.email test@example.org && mkdir articles && touch articles/archive.yaml && git add . && git commit -q -m First && git push -q`, folder);
    sh(keep);
    expect(sh("git log --format=%s origin/HEAD || git log --format=%s").trim().split("\n")).toEqual(["First"]);
    for (const line of ["/1987/bridge/", "/1987/ferry/"]) {
      sh(`echo ${line} >> articles/ledger.txt`);
      sh(keep);
    }
    expect(sh("git status --porcelain")).toBe("");
    expect(sh("git log --format=%an:%s", path.join(folder, "origin.git")).trim().split("\n")).toEqual([...Array(2).fill("github-actions[bot]:articles: Keep the addresses that were published"), "Test:First"]);
  });
});

describe("GitLab's", () => {
  const { pages } = gitlabFile.parse(parse(gitlab));

  test.each([
    ["https://group.gitlab.io/project", "https://group.gitlab.io", "/project/"],
    ["https://group.gitlab.io/some/project/", "https://group.gitlab.io", "/some/project/"],
    ["https://archive.example.org", "https://archive.example.org", "/"],
  ])("builds for %s, verifies, and puts the site where GitLab Pages looks", (url, origin, base) => {
    expect(callsOf(pages.script, { CI_PAGES_URL: url })).toEqual(callsFor(origin, base));
    expect(pages.artifacts.paths).toEqual(["public"]);
  });

  test("keeps the build's state, its pictures and the site for the next run", () => {
    expect(pages.cache.paths).toEqual([".cache", "_site"]);
  });
});

test("both run scripts and options that there are, on a Node that npm does not warn of, and keep nothing that is not needed", () => {
  for (const line of callsFor("https://archive.example.org", "/archive/")) {
    const [, name = "", ...args] = line.split(" ").filter((word) => word !== "--");
    if (line.startsWith("ci")) continue;
    expect(scripts[name]).toBe(`node src/start.js ${name}`);
    expect(parseCommand([name, ...args])).toMatchObject({ name });
  }
  expect(parseCommand(["build"])).toMatchObject({ output: "_site" });
  for (const text of [github, gitlab]) {
    expect(text).toMatch(/node(?:-version)?: ?(?:node:)?24\b/u);
    expect(text).not.toContain(path.basename(asideOf("_site")));
  }
});

function callsFor(origin: string, base: string): readonly string[] {
  return ["ci --omit=dev", `run build -- --site-url ${origin} --base-path ${base}`, "run verify"];
}

// What npm would be called with, were the lines run one after the other, as runners do.
function callsOf(lines: readonly string[], environment: Readonly<Record<string, string>>): readonly string[] {
  const own = mkdtempSync(path.join(folder, "run-"));
  const { status, stderr } = spawnSync("sh", ["-e", "-c", lines.join("\n")], { cwd: own, encoding: "utf8", env: { ...process.env, ...environment, PATH: `${path.join(folder, "bin")}:${process.env["PATH"]}` } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readFileSync(path.join(own, "calls.txt"), "utf8").trimEnd().split("\n");
}
