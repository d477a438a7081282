import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The folder beside the published one, on the same file system: the site before, and the next one in the making. */
export function asideOf(output: string): string {
  // "public/" too has its neighbour beside it, not inside.
  return `${path.resolve(output)}.next`;
}

/** Thrown where the output folder holds something that is not a site. */
export class OutputFolderError extends Error {
  override readonly name = "OutputFolderError";
}

/** Refuses to take the place of a folder with anything in it but a site of ours. Throws OutputFolderError. */
export function requireSiteOrNothing(output: string): void {
  if (!existsSync(output)) return;
  if (!statSync(output).isDirectory()) throw new OutputFolderError(`${output} is a file, and a site is a folder; name an empty or new one with --output`);
  const names = readdirSync(output);
  if (names.length === 0 || isSite(names)) return;
  throw new OutputFolderError(`${output} holds files that are not a built site, and a build replaces the whole folder; name an empty or new one with --output`);
}

/** Refuses to build in a folder aside that a build has neither finished nor begun. Throws OutputFolderError. */
export function requireOwnAside(output: string): void {
  const aside = asideOf(output);
  if (!existsSync(aside)) return;
  if (statSync(aside).isDirectory()) {
    const names = readdirSync(aside);
    if (names.length === 0 || names.includes(unfinished) || isSite(names)) return;
  }
  throw new OutputFolderError(`${aside} is not a site that was built before, and a build works there; move it, or name another folder with --output`);
}

/** A file that stands in the folder aside while a build works there: one that fails or dies leaves it. */
const unfinished = ".unfinished";

/** Begins to work in the folder aside. */
export function beginAside(output: string): void {
  const aside = asideOf(output);
  if (!existsSync(aside)) {
    mkdirSync(path.dirname(aside), { recursive: true });
    // By itself: on a disk that is read-only, Node's recursive mkdir says that the folder above is missing.
    mkdirSync(aside);
  }
  writeFileSync(path.join(aside, unfinished), "A build works here, or was stopped while it did.\n");
}

/** Takes everything out of the folder aside, so that it can be begun anew. One that is killed meanwhile is still known as ours. */
export function clearAside(output: string): void {
  beginAside(output);
  const aside = asideOf(output);
  for (const name of readdirSync(aside)) if (name !== unfinished) rmSync(path.join(aside, name), { recursive: true, force: true });
}

/** Takes the folder aside away. */
export function discardAside(output: string): void {
  clearAside(output);
  rmSync(asideOf(output), { recursive: true });
}

/** Says that the folder aside is whole. */
export function finishAside(output: string): void {
  rmSync(path.join(asideOf(output), unfinished), { force: true });
}

function isSite(names: readonly string[]): boolean {
  return names.includes("404.html") && names.includes("sitemap.xml");
}

/** Exchanges the finished folder aside and the published one by renames, so that nobody ever sees half a site. */
export function publish(output: string): void {
  const aside = asideOf(output);
  const swap = swapOf(output);
  if (existsSync(output)) renameSync(output, swap);
  renameSync(aside, output);
  if (existsSync(swap)) renameSync(swap, aside);
}

/** Finishes what a kill between two renames left: the new site was whole before the first of them. */
export function mendInterruptedPublish(output: string): void {
  const aside = asideOf(output);
  const swap = swapOf(output);
  if (!existsSync(swap)) return;
  if (!existsSync(output)) renameSync(existsSync(aside) ? aside : swap, output);
  if (!existsSync(swap)) return;
  if (existsSync(aside)) rmSync(swap, { recursive: true });
  else renameSync(swap, aside);
}

function swapOf(output: string): string {
  return `${path.resolve(output)}.swap`;
}
