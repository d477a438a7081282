import { spawn, type ChildProcess } from "node:child_process";
import { chownSync, cpSync, existsSync, lchownSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../../src/build/project.ts";

/** Nobody in particular: the user that owns nothing on Debian. */
export const nobody = 65_534;

/** Copies this program to a folder that is not there yet, with a cache of its own, for whoever is to run or change it. */
export function copyProject(folder: string, owner?: number): string {
  for (const name of [".eleventy.ts", "eleventy.config.js", "package.json", "package-lock.json", "tsconfig.json", "layouts", "src"]) {
    cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(folder, "node_modules"));
  if (owner !== undefined) giveTo(folder, owner);
  return folder;
}

/** Makes a user the owner of a folder and of all in it. */
export function giveTo(folder: string, owner: number): void {
  if (process.getuid?.() !== 0) throw new Error("this test takes the part of another user, and only root may: run it as root");
  chownSync(folder, owner, owner);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) lchownSync(path.join(entry.parentPath, entry.name), owner, owner);
}

export interface EndOfRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly process: ChildProcess;
  readonly end: Promise<EndOfRun>;
}

/** Runs a command of the program in a folder: `run(projectFolder, ["build"])`, as another user where one is named. */
export function run(project: string, args: readonly string[], { user, environment = {} }: { readonly user?: number; readonly environment?: Readonly<Record<string, string>> } = {}): Run {
  const identity = user === undefined ? {} : { uid: user, gid: user };
  const home = user === undefined ? {} : { HOME: project };
  const child = spawn(process.execPath, [path.join(project, "src/start.js"), ...args], { stdio: ["ignore", "pipe", "pipe"], cwd: existsSync(project) ? project : undefined, env: { ...process.env, ...home, ...environment }, ...identity });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const end = new Promise<EndOfRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { process: child, end };
}
