import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clientScript } from "./client-script.ts";
import { projectFolder } from "./project.ts";

/** The site's own files beside its pages: one style sheet, the search page's script and an icon. */
export interface SiteAssets {
  /** Path from the site's root, "assets/style-1f3a9c.css". */
  readonly stylesheet: string;
  readonly searchScript: string;
  readonly icon: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const styles = path.join(projectFolder, "src/styles");

/** Cascade order: what comes later may override what came before. Files not named here are components. */
const firstSheets = ["layers.css", "reset.css", "tokens.css", "base.css"];
const lastSheets = ["print.css"];

/** Reads and names the assets. Names hold a hash of the content, so that hosts may let browsers keep them for ever. */
export function siteAssets(): SiteAssets {
  const css = styleSheet();
  const svg = readFileSync(path.join(styles, "icon.svg"), "utf8");
  const icon = `assets/icon-${shortHash(svg)}.svg`;
  const stylesheet = `assets/style-${shortHash(css)}.css`;
  const script = clientScript();
  const searchScript = `assets/search-${shortHash(script)}.js`;
  return {
    stylesheet,
    searchScript,
    icon,
    files: [{ path: stylesheet, text: css }, { path: icon, text: svg }, { path: searchScript, text: script }],
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
  const all = readdirSync(styles).filter((name) => name.endsWith(".css")).sort();
  const components = all.filter((name) => !firstSheets.includes(name) && !lastSheets.includes(name));
  const present = [...firstSheets, ...components, ...lastSheets].filter((name) => all.includes(name));
  return shortenCss(present.map((name) => readFileSync(path.join(styles, name), "utf8")).join("\n"));
}

/** A style sheet without comments and without the white space that only people need; what stands in quotation marks is kept. */
export function shortenCss(css: string): string {
  return css.replace(dispensable, (_all, quoted: string | undefined, sign: string | undefined) => quoted ?? sign ?? " ").trim();
}

// A string; or a comment, or the white space around a sign that needs none; or any other white space.
const dispensable = /(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|\/\*[^]*?\*\/)*(?<sign>[{};,])(?:\s|\/\*[^]*?\*\/)*|(?:\s|\/\*[^]*?\*\/)+/gu;

/** Ten hexadecimal digits of SHA-256: enough to tell versions of one file apart. */
function shortHash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
