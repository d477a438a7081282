import { watch, type FSWatcher } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

export interface Watcher {
  /** Stops at once; nothing is reported afterwards. */
  close(): void;
}

/**
 * Reports what changes in folders and everything below them, until closed. Changes within 80 ms of each other come as one
 * batch of paths, relative to `from`, with slashes, sorted, each once. A folder that is missing, now or later, is waited
 * for. Throws what `fs.watch` throws otherwise, such as ENOSPC where the machine's inotify watches are used up.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (paths: readonly string[]) => void,
  from: string = process.cwd(),
): Watcher {
  const changed = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  const waits = new Map<string, NodeJS.Timeout>();
  let quiet: NodeJS.Timeout | undefined;

  function report(): void {
    const batch = [...changed].sort();
    changed.clear();
    onChange(batch);
  }

  function note(path: string): void {
    changed.add(relative(from, path).split(sep).join("/"));
    clearTimeout(quiet);
    quiet = setTimeout(report, quietMilliseconds);
  }

  function follow(folder: string): void {
    // Node watches folders, not files: 19,000 articles in 300 folders are 300 inotify watches.
    const watcher = watch(folder, { recursive: true, ignore: isIgnored }, (_event, name) => {
      if (name === null || !isIgnored(name)) note(join(folder, name ?? ""));
      // The folder itself was deleted or renamed, as by `rm -r articles && cp -r backup articles`.
      if (name === "") wait(folder);
    });
    watcher.on("error", () => wait(folder));
    watchers.set(folder, watcher);
  }

  function wait(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    clearTimeout(waits.get(folder));
    waits.set(folder, setTimeout(comeBack, waitMilliseconds, folder));
  }

  function comeBack(folder: string): void {
    try {
      follow(folder);
      note(folder);
    } catch {
      wait(folder);
    }
  }

  function close(): void {
    clearTimeout(quiet);
    for (const timer of waits.values()) clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  }

  for (const folder of folders.map((name) => resolve(name))) {
    try {
      follow(folder);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
        close();
        throw error;
      }
      wait(folder);
    }
  }
  return { close };
}

/** An editor saves with two or three operations a few milliseconds apart. */
const quietMilliseconds = 80;
/** How often a missing folder is looked for. */
const waitMilliseconds = 300;

// Hidden files and .cache; built sites (_site, _site.next); what editors leave for a moment: "funaro.md~", ".funaro.md.swp",
// Vim's "4913" (it tries whether it may write), Emacs's "#funaro.md#", JetBrains' "funaro.md___jb_tmp___".
function isIgnored(path: string): boolean {
  return path.split(/[/\\]/u).some((name) => ignored.test(name));
}

const ignored = /^\.|^_site|^node_modules$|^4913$|^#.*#$|~$|\.sw[a-z]$|___jb_(?:tmp|old)___$/u;
