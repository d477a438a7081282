/** A range of days, both ends included; "" where it is open. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The days that two bounds mean: from "1987" to "1987-10" is 1987-01-01 to 1987-10-31. Days compare as text. */
export function dayRange(from: string, to: string): DayRange {
  // No month has a day after its 31st; "1987-06-31" sorts after all days of June and before all of July.
  return {
    from: from === "" ? "" : from + "0000-01-01".slice(from.length),
    to: to === "" ? "" : to + "9999-12-31".slice(to.length),
  };
}

/** True where a stretch of days (both ends included) has a day in the range. Undated ("") is in an open range only. */
export function overlaps(stretch: DayRange, { from, to }: DayRange): boolean {
  if (from === "" && to === "") return true;
  if (stretch.from === "") return false;
  return (to === "" || stretch.from <= to) && (from === "" || stretch.to >= from);
}

/**
 * The day of each article of a shard, oldest first. Takes the shard's first day and its list of days: number of articles,
 * days to the next, number, and so on: [3, 4, 2] from 1987-02-26 is three articles of that day and two of 1987-03-02.
 */
export function expandDays(first: string, days: readonly number[]): readonly string[] {
  const list: string[] = [];
  let day = Date.parse(first);
  days.forEach((number, i) => {
    if (i % 2 === 1) {
      day += number * 86_400_000;
      return;
    }
    const text = first === "" ? "" : new Date(day).toISOString().slice(0, 10);
    for (let n = 0; n < number; n++) list.push(text);
  });
  return list;
}
