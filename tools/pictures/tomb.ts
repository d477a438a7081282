import { coordinate, dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Plan of Tutankhamun's tomb in metres, north on top; x and y are the upper left corner of each room. */
const rooms = {
  antechamber: { x: 0, y: 0, width: 3.6, height: 7.9 },
  annexe: { x: -3.5, y: 4.6, width: 2.7, height: 4.3 },
  burialChamber: { x: -0.6, y: -4.7, width: 6.4, height: 4.1 },
  treasury: { x: 6.5, y: -4.6, width: 3.8, height: 4.7 },
  corridor: { x: 4.3, y: 3.7, width: 7.8, height: 1.7 },
} as const;
/** Doorways that join them. */
const doors = [
  { x: 3.6, y: 3.8, width: 0.7, height: 1.5 },
  { x: -0.8, y: 5.6, width: 0.8, height: 1 },
  { x: 1.2, y: -0.6, width: 1.5, height: 0.6 },
  { x: 5.8, y: -2.3, width: 0.7, height: 1.1 },
  { x: 12.1, y: 3.8, width: 0.5, height: 1.5 },
] as const;
/** Steps that were cut to the first door. */
const stepCount = 16;

/** The tomb as if lifted out of the rock: rooms in paper, rock in grey. */
export function drawTomb(): string {
  const [scale, originX, originY] = [64, 390, 365];
  const block = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }, fill: string): string =>
    `<rect x="${coordinate(originX + x * scale)}" y="${coordinate(originY + y * scale)}" width="${coordinate(width * scale)}" height="${coordinate(height * scale)}" fill="${fill}"/>`;
  // Doorways reach a little into the rooms, so that no seam shows between them.
  const seam = 0.04;
  const openings = doors.map(({ x, y, width, height }) => ({ x: x - seam, y: y - seam, width: width + 2 * seam, height: height + 2 * seam }));
  const all = [...Object.values(rooms), ...openings, { x: 12.6, y: 3.7, width: 4.2, height: 1.7 }];
  // A wider block below each room, drawn first, leaves an even wall line round the whole.
  const wall = 0.09;
  const grown = all.map(({ x, y, width, height }) => ({ x: x - wall, y: y - wall, width: width + 2 * wall, height: height + 2 * wall }));
  const steps = Array.from({ length: stepCount + 1 }, (_, index) => {
    const x = originX + (12.6 + (index * 4.2) / stepCount) * scale;
    return path(`M${coordinate(x)} ${coordinate(originY + 3.7 * scale)}V${coordinate(originY + 5.4 * scale)}`, { width: 2.5 });
  });
  const name = (x: number, y: number, text: string, fill: string = theme.ink): string =>
    label(originX + x * scale, originY + y * scale, text, { anchor: "middle", size: 40, italic: true, fill });
  const viewpoint: Point = [originX + 4.5 * scale, originY + 4.55 * scale];
  return svgDocument(landscape, [
    `<rect width="1600" height="1000" fill="${theme.land}"/>`,
    ...grown.map((room) => block(room, theme.ink)),
    ...all.map((room) => block(room, theme.paper)),
    block(rooms.burialChamber, "#ecd3cc"),
    ...steps,
    path(pathThrough([viewpoint, [originX + 0.25 * scale, originY + 1.2 * scale]]), { stroke: theme.accent, width: 3, dash: "2 12" }),
    path(pathThrough([viewpoint, [originX + 0.25 * scale, originY + 7.6 * scale]]), { stroke: theme.accent, width: 3, dash: "2 12" }),
    dot(viewpoint[0], viewpoint[1], 12, theme.accent),
    name(2.6, -2.4, "Burial chamber"),
    name(8.4, -2.1, "Treasury"),
    name(1.8, 0.85, "Antechamber"),
    name(-2.15, 6.95, "Annexe"),
    name(8.6, 4.77, "Corridor"),
    name(14.7, 6.35, "Sixteen steps"),
  ]);
}
