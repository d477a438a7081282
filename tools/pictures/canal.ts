import { label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { theme } from "./theme.ts";

/** Kilometres along the canal from the Atlantic, and height of the water in metres, where it changes. */
const water = [
  { from: 0, metres: 0 },
  { from: 11, metres: 8.7 }, { from: 11.7, metres: 17.3 }, { from: 12.4, metres: 26 },
  { from: 63, metres: 16.5 },
  { from: 66.2, metres: 8.2 }, { from: 66.9, metres: 0 },
] as const;
const length = 80;

/** The ground beside the canal before it was dug, simplified: kilometres and metres. */
const hills: readonly Point[] = [[8, 2], [11, 30], [12, 14], [22, 8], [38, 14], [46, 34], [51, 60], [55, 88], [57, 70], [59, 82], [62, 46], [65, 30], [68, 12], [72, 3]];

/** The Panama Canal from the side, heights many times exaggerated. */
export function drawCanal(): string {
  const size = { width: 1600, height: 820 };
  const [left, right, sea] = [40, 1560, 600];
  const x = (kilometres: number): number => left + (kilometres / length) * (right - left);
  const y = (metres: number): number => sea - metres * 4.6;
  const surface = water.flatMap(({ from, metres }, index): readonly Point[] => [[x(from), y(metres)], [x(water[index + 1]?.from ?? length), y(metres)]]);
  const bed = water.flatMap(({ from, metres }, index): readonly Point[] => [[x(from), y(metres) + 62], [x(water[index + 1]?.from ?? length), y(metres) + 62]]);
  return svgDocument(size, [
    path(pathThrough([[x(8), sea], ...hills.map(([km, metres]): Point => [x(km), y(metres)]), [x(72), sea]], true), { fill: theme.land, stroke: theme.coast, width: 2 }),
    path(pathThrough([...bed, [x(length), 760], [x(0), 760]], true), { fill: theme.coast, stroke: "none", width: 0 }),
    path(pathThrough([...surface, ...bed.toReversed()], true), { fill: "#d9a79d", stroke: "none", width: 0 }),
    path(pathThrough(surface), { width: 6, stroke: theme.accent }),
    ...ship(x(30), y(26)),
    label(x(0.2), y(0) - 26, "Atlantic", { size: 46, italic: true }),
    label(x(length) - 6, y(0) - 30, "Pacific", { size: 46, italic: true, anchor: "end" }),
    label(x(6.6), y(26) - 22, "Gatún", { size: 46, anchor: "middle" }),
    label(x(26), y(26) - 120, "Gatún Lake, 26 metres", { size: 46, italic: true, anchor: "middle" }),
    label(x(56), y(88) - 26, "Culebra Cut", { size: 46, italic: true, anchor: "middle" }),
    label(x(65), y(26) - 60, "Pedro Miguel", { size: 46 }),
    label(x(68.2), y(16.5) - 12, "Miraflores", { size: 46 }),
  ]);
}

function ship(x: number, y: number): readonly string[] {
  const at = (dx: number, dy: number): Point => [x + dx, y + dy];
  return [
    path(pathThrough([at(-92, -24), at(-78, 14), at(74, 14), at(96, -24)], true), { fill: theme.ink, stroke: "none", width: 0 }),
    path(pathThrough([at(-50, -24), at(-50, -46), at(34, -46), at(34, -24)], true), { fill: theme.paper, width: 3 }),
    path(pathThrough([at(-14, -46), at(-12, -88), at(8, -88), at(10, -46)], true), { fill: theme.accent, stroke: "none", width: 0 }),
    path(pathThrough([at(-66, -24), at(-66, -100)]), { width: 3 }),
    path(pathThrough([at(62, -24), at(62, -100)]), { width: 3 }),
  ];
}
