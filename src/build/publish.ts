import { existsSync, renameSync, rmSync } from "node:fs";

/** The folder a site is rendered into before it takes the place of the published one. It must lie on the same file system. */
export function asideOf(output: string): string {
  return `${output}.next`;
}

/** Puts the finished site in the place of the old one by two renames, so that nobody ever sees half of it. */
export function publish(output: string): void {
  const old = `${output}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(output)) renameSync(output, old);
  renameSync(asideOf(output), output);
  rmSync(old, { recursive: true, force: true });
}

/** Finishes what a kill left behind: the old site comes back where a kill between the two renames took it away. */
export function mendInterruptedPublish(output: string): void {
  const old = `${output}.old`;
  if (!existsSync(output) && existsSync(old)) renameSync(old, output);
  rmSync(old, { recursive: true, force: true });
  rmSync(asideOf(output), { recursive: true, force: true });
}
