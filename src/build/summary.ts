import { formatCount } from "../html/words.ts";
import type { BuildSummary } from "./build.ts";

/** The summary of a build in a few lines for a terminal. */
export function formatSummary(summary: BuildSummary, output: string): string {
  const { articles, pages, pictures, searchShards, files, bytes, seconds, peakMemory, warnings } = summary;
  return [
    `${formatCount(articles)} articles in, ${formatCount(pages)} pages out, ${formatCount(pictures)} picture files, ${searchShards} search shards`,
    `${formatCount(files)} files, ${megabytes(bytes)} in ${output}`,
    `${seconds.all} s (content ${seconds.content}, pages ${seconds.pages}, search ${seconds.search}), peak memory ${megabytes(peakMemory)}`,
    ...warnings.map((warning) => `warning: ${warning}`),
  ].join("\n");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
