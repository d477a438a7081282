import { counted } from "../counted.ts";
import type { Bagged } from "./bag.ts";
import { leftOutLines } from "./bag-info.ts";

/** What `backfile bag` says on a terminal. */
export function formatBag({ folder, articles, files, bytes, leftOut, warnings }: Bagged): string {
  return [
    `${counted(articles, "article")} bagged in ${folder}: ${counted(files, "file")}, ${(bytes / 1_000_000).toFixed(1)} MB, each with its SHA-512`,
    ...leftOutLines(leftOut).map((line) => `left out: ${line}`),
    ...warnings.map((warning) => `warning: ${warning}`),
  ].join("\n");
}
