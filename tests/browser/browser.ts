import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { projectFolder } from "../../src/build/project.ts";

/**
 * A Chromium for browser tests, never none: the program that CHROME_PATH names (an error where it is not one), an
 * installed Chrome or Chromium, or the one that the package @sparticuz/chromium brings. Takes further switches for it.
 */
export async function openBrowser(switches: readonly string[] = []): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!isProgram(named)) throw new Error(`CHROME_PATH is ${named}, which is not a program that can be run.`);
    return chromium.launch(optionsFor(named, switches));
  }
  const installed = findInstalled();
  if (installed !== undefined) return chromium.launch(optionsFor(installed, switches));
  const folder = unpackPackage();
  // The package is for machines that have none of the libraries and fonts that a browser needs: it brings them.
  const env = {
    ...definedEnvironment(),
    LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
  };
  return chromium.launch({ ...optionsFor(join(folder, "chromium"), switches), env });
}

function optionsFor(executablePath: string, switches: readonly string[]): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return { executablePath, headless: true, args: [...(isRoot ? ["--no-sandbox"] : []), ...switches] };
}

function findInstalled(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const programs = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * Unpacks the package's browser (67 MB packed) once per version and returns its folder. The package takes whatever lies
 * at $TMPDIR/chromium for its own, of any version and half written: so it unpacks in a folder that nobody else knows,
 * which then gets its name in one step. AWS_LAMBDA_JS_RUNTIME makes it unpack the shared libraries too.
 */
function unpackPackage(): string {
  // The temporary folder of the tests goes with each run.
  const cache = join(projectFolder, "node_modules", ".cache");
  const folder = join(cache, `backfile-chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, ["--input-type=module", "--eval", unpacking], {
    cwd: import.meta.dirname,
    env: { ...definedEnvironment(), TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(aside, "fonts.conf"), fontsConfig(folder));
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(folder)) throw error; // Otherwise another test file has been faster.
  }
  return folder;
}

// The package's own configuration names /tmp/fonts; a Chromium that finds no font at all ends at the first page.
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, "fonts")}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>
`;
}

const unpacking = `const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();`;

function packageVersion(): string {
  const file = new URL("../../node_modules/@sparticuz/chromium/package.json", import.meta.url);
  const version = /"version": "(?<version>[^"]+)"/u.exec(readFileSync(file, "utf8"))?.groups?.["version"];
  if (version === undefined) throw new Error(`${file.pathname} names no version`);
  return version;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
