/** A sequence of numbers that look random and are the same on every machine. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of a list, each as likely. */
  pick<T>(list: readonly T[]): T;
  /** One of a list, the early ones more often: the first of 40 about as often as the last 12 together. */
  pickUnevenly<T>(list: readonly T[]): T;
}

/** Starts a sequence (mulberry32: Tommy Ettinger's generator of 32 bits, in the public domain). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], place: number): T => {
    const item = list[Math.floor(place * list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => at(list, next()),
    pickUnevenly: (list) => at(list, next() ** 2),
  };
}
