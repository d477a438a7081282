/**
 * What a disk or its owner would not let us do, in a sentence with what to do about it; undefined for any other error. Also
 * where a process has passed the error on as text, such as "Rendering ... failed: Error: ENOSPC: no space left on device, write".
 */
export function diskTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, call = "", file } = /\b(?<code>ENOSPC|EDQUOT|EACCES|EPERM|EROFS|ENOTDIR|EEXIST): [^,\n]+, (?<call>\w+)(?: '(?<file>[^'\n]+)')?/u.exec(error.message)?.groups ?? {};
  const place = file ?? "that disk";
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `there is no room left on the disk (${call}${file === undefined ? "" : ` ${file}`}); make some, and build again`;
    case "EROFS":
      return `the disk of ${place} is read-only; name a folder on another`;
    case "EACCES":
    case "EPERM":
      return reading.has(call) ? `you may not read ${place}; ask for the right to` : `you may not write ${place}; ask for the right to, or name another folder with --output`;
    case "ENOTDIR":
    case "EEXIST":
      // Which of the two a file in the way of a folder gives depends on the file system.
      return call === "mkdir" ? `a file stands where the folder ${place} is to be; name another folder with --output` : undefined;
    default:
      return undefined;
  }
}

/** System calls that only look. */
const reading: ReadonlySet<string> = new Set(["scandir", "opendir", "stat", "lstat", "readlink", "realpath", "read"]);
