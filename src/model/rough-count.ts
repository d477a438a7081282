/** A number that is not exact above ten. */
export interface RoughCount {
  readonly count: number;
  /** True where it stands for this many and more. */
  readonly orMore: boolean;
}

/**
 * A number of articles as an article's page says it: exactly up to ten, then rounded down to 10, 20, 50, 100, 200, 500 and
 * so on. One more article about London must not change the pages of all the thousands before it.
 */
export function roughCount(count: number): RoughCount {
  if (count <= 10) return { count, orMore: false };
  const power = 10 ** Math.floor(Math.log10(count));
  const step = [5, 2, 1].find((digit) => digit * power <= count) ?? 1;
  return { count: step * power, orMore: step * power < count };
}
