import type { Measurement } from "./measure.ts";
import { cases, type Series } from "./series.ts";

/**
 * Formats a series as a table of Markdown: medians of wall and CPU in seconds and of the largest process's memory in MB
 * (10⁶ bytes), and what ours is of the peer's.
 */
export function formatTable({ articles, files, runs }: Series): string {
  const withPeer = runs.clean.peer.length > 0;
  const heads = ["", "wall s", "CPU s", "MB", ...(withPeer ? ["peer wall s", "peer CPU s", "peer MB", "wall ratio", "CPU ratio"] : [])];
  const rows = cases.map((name) => {
    const ours = medians(runs[name].ours);
    const own = [name, ...figures(ours)];
    if (!withPeer) return own;
    const peer = medians(runs[name].peer);
    return [...own, ...figures(peer), (ours.wall / peer.wall).toFixed(2), (ours.cpu / peer.cpu).toFixed(2)];
  });
  const lines = [heads, heads.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [`${articles} articles, ${files} files written (${(files / articles).toFixed(2)} an article), medians of ${runs.clean.ours.length}`, "", ...lines].join("\n");
}

/** Each figure's median by itself. */
export function medians(measured: readonly Measurement[]): Measurement {
  return { wall: median(measured.map(({ wall }) => wall)), cpu: median(measured.map(({ cpu }) => cpu)), memory: median(measured.map(({ memory }) => memory)) };
}

/** Of an even number the mean of the middle two; NaN of none. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
}

function figures({ wall, cpu, memory }: Measurement): readonly string[] {
  return [wall.toFixed(2), cpu.toFixed(2), String(Math.round(memory / 1e6))];
}
