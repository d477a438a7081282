/** Seconds between two readings of `performance.now`, to a hundredth. */
export function secondsBetween(from: number, to: number): number {
  return Math.round((to - from) / 10) / 100;
}

/** Largest resident memory of this process so far, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
