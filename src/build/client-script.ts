import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { squeezeScript } from "./squeeze.ts";

/** The search page's script as browsers run it: one file of the TypeScript in src/client. */
export function clientScript(): string {
  return squeezeScript(joinModules("search.ts", new Set()));
}

/** A module's script behind those of the modules it imports, each once. Their names at top level must differ: a test runs them. */
function joinModules(name: string, done: Set<string>): string {
  if (done.has(name)) return "";
  done.add(name);
  const script = scriptOf(readFileSync(clientFolder + name, "utf8"));
  const imported = [...script.matchAll(importPattern)].map(({ groups }) => joinModules(groups?.["name"] ?? "", done));
  return imported.join("") + script.replace(importPattern, "").replace(/^export (?=(?:async )?function|const|class)/gmu, "");
}

/** JavaScript of one TypeScript module; it keeps what it imports. */
export function scriptOf(source: string): string {
  return withoutWarning(() => stripTypeScriptTypes(source));
}

const importPattern = /^import \{[^}]*\} from "\.\/(?<name>[\w-]+\.ts)";$/gmu;

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

const clientFolder = fileURLToPath(new URL("../client/", import.meta.url));
