import { coordinate, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { theme } from "./theme.ts";

const [axis, ground, pixelsPerMetre] = [480, 1420, 14];

/** The west front of Notre-Dame de Paris in line, measured in metres from the middle of its threshold, and the spire behind it. */
export function drawCathedral(): string {
  return svgDocument({ width: 960, height: 1500 }, [
    ...spire(),
    // The body, its two buttresses in the middle and two at the corners.
    box(-20.5, 0, 20.5, 45, theme.land),
    ...[-1, 1].map((side) => box(side * 20.5, 45, side * 7.5, 69, theme.land)),
    ...[-20.5, -9, 6.5, 18].map((left) => box(left, 0, left + 2.5, 45, theme.halo)),
    ...[-14, 0, 14].map((middle) => portal(middle, middle === 0 ? 4.6 : 3.7, middle === 0 ? 13.5 : 12)),
    // Twenty-eight kings in a row.
    box(-20.5, 16, 20.5, 20.5, theme.paper),
    ...Array.from({ length: 28 }, (_, index) => arch(-19.6 + index * 1.45, 16.4, 0.5, 3.2, theme.coast)),
    ...rose(0, 28, 5.4),
    ...[-14, 14].flatMap((middle) => [arch(middle - 2.1, 21.5, 1.8, 10, theme.ink), arch(middle + 2.1, 21.5, 1.8, 10, theme.ink)]),
    // The gallery of slender columns.
    box(-20.5, 36, 20.5, 45, theme.paper),
    ...Array.from({ length: 20 }, (_, index) => arch(-19.4 + index * 2.04, 36.4, 0.78, 7, theme.land)),
    ...[-14, 14].flatMap((middle) => [arch(middle - 2.4, 47, 1.7, 18, theme.ink), arch(middle + 2.4, 47, 1.7, 18, theme.ink)]),
    ...[-1, 1].flatMap((side) => [box(side * 20.9, 67.5, side * 7.1, 69, theme.paper)]),
    path(`M60 ${ground}H900`, { width: 4 }),
  ]);
}

function place(x: number, up: number): Point {
  return [axis + x * pixelsPerMetre, ground - up * pixelsPerMetre];
}

function box(x1: number, low: number, x2: number, high: number, fill: string): string {
  return path(pathThrough([place(x1, low), place(x2, low), place(x2, high), place(x1, high)], true), { fill, width: 3 });
}

/** A pointed arch, half as wide as `half` says to each side. */
function arch(x: number, low: number, half: number, height: number, fill: string): string {
  const shoulder = low + height - half * 1.7;
  const [a, b, c, d, tip] = [place(x - half, low), place(x - half, shoulder), place(x + half, shoulder), place(x + half, low), place(x, low + height)];
  const text = ([px, py]: Point): string => `${coordinate(px)} ${coordinate(py)}`;
  const lift = half * 1.1 * pixelsPerMetre;
  return path(`M${text(a)}L${text(b)}Q${coordinate(b[0])} ${coordinate(b[1] - lift)} ${text(tip)}Q${coordinate(c[0])} ${coordinate(c[1] - lift)} ${text(c)}L${text(d)}Z`, { fill, width: 2.5 });
}

function portal(x: number, half: number, height: number): string {
  return arch(x, 0, half, height, theme.paper) + arch(x, 0, half * 0.82, height * 0.88, theme.halo) + arch(x, 0, half * 0.64, height * 0.76, theme.land)
    + box(x - half * 0.5, 0, x + half * 0.5, height * 0.46, theme.ink);
}

function rose(x: number, up: number, radius: number): readonly string[] {
  const [cx, cy] = place(x, up);
  const ring = (part: number, fill: string): string => `<circle cx="${coordinate(cx)}" cy="${coordinate(cy)}" r="${coordinate(radius * part * pixelsPerMetre)}" fill="${fill}" stroke="${theme.ink}" stroke-width="3"/>`;
  const petals = (count: number, from: number, to: number, size: number): readonly string[] => Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    const at = (part: number): Point => [cx + radius * part * pixelsPerMetre * Math.cos(angle), cy + radius * part * pixelsPerMetre * Math.sin(angle)];
    return path(pathThrough([at(from), at(to)]), { width: size, stroke: theme.paper });
  });
  return [ring(1.12, theme.paper), ring(1, theme.ink), ...petals(24, 0.56, 0.9, 7), ...petals(12, 0.2, 0.5, 8), ring(0.13, theme.paper)];
}

/** Ninety-six metres high, over the crossing. */
function spire(): readonly string[] {
  const outline = [place(-2.6, 44), place(-2.2, 58), place(-1.5, 66), place(-0.9, 72), place(0, 94), place(0.9, 72), place(1.5, 66), place(2.2, 58), place(2.6, 44)];
  return [
    path(pathThrough(outline, true), { fill: theme.blush, stroke: theme.accent, width: 4 }),
    path(pathThrough([place(0, 94), place(0, 96.5)]), { stroke: theme.accent, width: 5 }),
    ...[50, 54, 58, 62, 66, 72].map((up) => path(pathThrough([place(-2.2 * ((94 - up) / 40), up), place(2.2 * ((94 - up) / 40), up)]), { stroke: theme.accent, width: 3 })),
  ];
}
