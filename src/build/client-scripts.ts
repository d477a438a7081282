import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

export interface ClientScript {
  /** File name, "search.js"; the scripts find each other by it, so all go into one folder. */
  readonly path: string;
  readonly text: string;
}

/** The search page's scripts as browsers run them: the TypeScript of src/client without its types and comments. */
export function clientScripts(): readonly ClientScript[] {
  const names = readdirSync(clientFolder).filter((name) => name.endsWith(".ts")).sort();
  const scripts = names.map((name) => ({ path: asScript(name), text: scriptOf(readFileSync(clientFolder + name, "utf8")) }));
  return scripts.filter(({ text }) => text !== ""); // A file of types alone has nothing to run, and nobody imports it.
}

/** Hash of all scripts, for the address of their folder: it changes when any of them does. */
export function scriptsHash(scripts: readonly ClientScript[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of scripts) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex").slice(0, 10);
}

/** JavaScript of one TypeScript module: types out, `"./engine.ts"` -> `"./engine.js"`, comment lines and empty lines out. */
export function scriptOf(source: string): string {
  const script = withoutWarning(() => stripTypeScriptTypes(source));
  return script
    .replace(/"\.\/[\w-]+\.ts"/gu, asScript)
    .replace(/^\s*\/\*.*?\*\/[ \t]*\n/gmsu, "")
    .replace(/^[ \t]*(?:\/\/.*)?\n/gmu, "")
    .replace(/[ \t]+$/gmu, "")
    .replace(/(?<=\S) {2,}/gu, " ") // Node leaves a space for every character of a type. No string of ours has two.
    .replace(/^(?: {2})+/gmu, (indent) => "\t".repeat(indent.length / 2));
}

// Node says on the first call that the function is experimental; our version of Node is fixed and its output tested.
function withoutWarning<T>(work: () => T): T {
  const emit = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emit;
  }
}

function asScript(name: string): string {
  return name.replace(/\.ts(?="?$)/u, ".js");
}

const clientFolder = fileURLToPath(new URL("../client/", import.meta.url));
