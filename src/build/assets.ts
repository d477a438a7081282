import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clientScripts } from "./client-scripts.ts";
import { projectFolder } from "./project.ts";

/** The site's own files beside its pages: one style sheet and the search scripts. */
export interface SiteAssets {
  /** Path from the site's root, "assets/style-1f3a9c.css". */
  readonly stylesheet: string;
  readonly searchScript: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Cascade order: what comes later may override what came before. Files not named here are components. */
const firstSheets = ["layers.css", "reset.css", "tokens.css", "base.css"];
const lastSheets = ["print.css"];

/** Reads and names the assets. Names hold a hash of the content, so that hosts may let browsers keep them for ever. */
export function siteAssets(): SiteAssets {
  const css = styleSheet();
  const stylesheet = `assets/style-${shortHash(css)}.css`;
  const scripts = clientScripts();
  const folder = `assets/search-${shortHash(scripts.map(({ path: name, text }) => `${name}\n${text}`).join("\n"))}`;
  return {
    stylesheet,
    searchScript: `${folder}/search.js`,
    files: [{ path: stylesheet, text: css }, ...scripts.map(({ path: name, text }) => ({ path: `${folder}/${name}`, text }))],
  };
}

/** Writes the assets below a site's folder. */
export function writeAssets(assets: SiteAssets, output: string): void {
  for (const { path: name, text } of assets.files) {
    const target = path.join(output, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function styleSheet(): string {
  const folder = path.join(projectFolder, "src/styles");
  const all = readdirSync(folder).filter((name) => name.endsWith(".css")).sort();
  const components = all.filter((name) => !firstSheets.includes(name) && !lastSheets.includes(name));
  const present = [...firstSheets, ...components, ...lastSheets].filter((name) => all.includes(name));
  return present.map((name) => readFileSync(path.join(folder, name), "utf8")).join("\n");
}

/** Ten hexadecimal digits of SHA-256: enough to tell versions of one file apart. */
export function shortHash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
