import { formatCount } from "../html/count.ts";
import { en } from "../html/strings/en.ts";
import { counted } from "./counted.ts";
import type { BuildSummary } from "./build.ts";

/** The summary of a build in a few lines for a terminal. */
export function formatSummary(summary: BuildSummary, output: string): string {
  const { articles, pages, pictures, extras, searchShards, files, bytes, largest, digest, seconds, peakMemory, warnings } = summary;
  return [
    `${counted(articles, "article")} in, ${counted(pages.all, "page")} out: ${formatCount(pages.rendered, en)} rendered, ${formatCount(pages.all - pages.rendered, en)} unchanged, ${formatCount(pages.removed, en)} removed`,
    `${counted(pictures, "picture file")}, ${counted(extras.feeds, "feed")}, ${counted(extras.data, "data file")}; ${counted(searchShards.all, "search shard")}, ${searchShards.indexed} of them indexed`,
    `${counted(files, "file")}, ${megabytes(bytes)} in ${output}${largest === undefined ? "" : `; the largest is ${largest.file} (${megabytes(largest.bytes)})`}`,
    `digest ${digest}`,
    `${seconds.all} s (content ${seconds.content}, pages ${seconds.pages}, search ${seconds.search}, publishing ${seconds.publish}), peak memory ${megabytes(peakMemory)}`,
    ...warnings.map((warning) => `warning: ${warning}`),
  ].join("\n");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
