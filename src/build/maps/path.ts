/** A point on the sheet that a map is drawn on: to the right and down, in units of its viewBox. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a closed ring that lies in a box, closed along the box's edges (Sutherland and Hodgman, 1974). */
export function clipRing(ring: readonly Point[], { left, top, right, bottom }: Box): readonly Point[] {
  const atX = (edge: number) => ([ax, ay]: Point, [bx, by]: Point): Point => [edge, ay + ((by - ay) * (edge - ax)) / (bx - ax)];
  const atY = (edge: number) => ([ax, ay]: Point, [bx, by]: Point): Point => [ax + ((bx - ax) * (edge - ay)) / (by - ay), edge];
  let clipped = clipSide(ring, ([x]) => x >= left, atX(left));
  clipped = clipSide(clipped, ([x]) => x <= right, atX(right));
  clipped = clipSide(clipped, ([, y]) => y >= top, atY(top));
  return clipSide(clipped, ([, y]) => y <= bottom, atY(bottom));
}

function clipSide(ring: readonly Point[], isInside: (point: Point) => boolean, cross: (a: Point, b: Point) => Point): readonly Point[] {
  const kept: Point[] = [];
  let before = ring.at(-1);
  for (const point of ring) {
    if (before !== undefined && isInside(before) !== isInside(point)) kept.push(cross(before, point));
    if (isInside(point)) kept.push(point);
    before = point;
  }
  return kept;
}

/** The stretches of a line that may touch a box: what lies outside is left out but for one point at either end. */
export function cutLine(line: readonly Point[], box: Box): readonly (readonly Point[])[] {
  const stretches: Point[][] = [];
  let current: Point[] | undefined;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (a === undefined || b === undefined || isBeside(a, b, box)) {
      current = undefined;
      continue;
    }
    if (current === undefined) stretches.push((current = [a]));
    current.push(b);
  }
  return stretches;
}

function isBeside([ax, ay]: Point, [bx, by]: Point, { left, top, right, bottom }: Box): boolean {
  return Math.max(ax, bx) < left || Math.min(ax, bx) > right || Math.max(ay, by) < top || Math.min(ay, by) > bottom;
}

/**
 * Lines as the `d` of an SVG path, in whole units and relative steps: [[0, 0], [10, 5]] -> "M0 0l10 5". Points that fall
 * on the one before are left out, and so is a line of which nothing else is left.
 */
export function pathOf(lines: readonly (readonly Point[])[], isClosed: boolean): string {
  let path = "";
  for (const line of lines) {
    let steps = "";
    let [x, y] = [0, 0];
    for (const [i, point] of line.entries()) {
      const [nextX, nextY] = [Math.round(point[0]), Math.round(point[1])];
      if (i > 0 && (nextX !== x || nextY !== y)) steps += `${steps === "" ? "l" : joint(nextX - x)}${nextX - x}${joint(nextY - y)}${nextY - y}`;
      [x, y] = [nextX, nextY];
    }
    const [start] = line;
    if (start !== undefined && steps !== "") path += `M${Math.round(start[0])} ${Math.round(start[1])}${steps}${isClosed ? "z" : ""}`;
  }
  return path;
}

// A minus sign sets two numbers apart by itself.
function joint(number: number): string {
  return number < 0 ? "" : " ";
}
