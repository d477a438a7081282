import { seededRandom } from "./random.ts";
import { coordinate, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** How high people had come on Everest, in metres. */
const reached = [
  { metres: 8320, when: "1922" },
  { metres: 8570, when: "1924" },
  { metres: 8595, when: "1952" },
  { metres: 8750, when: "May 26, 1953" },
  { metres: 8849, when: "May 29, 1953" },
] as const;

/** The top of a mountain with the heights reached on it. The outline is a steep peak's, and no survey's. */
export function drawMountain(): string {
  const [top, bottom] = [150, 1000];
  const [lowest, highest] = [8150, 8849];
  const y = (metres: number): number => bottom - ((metres - lowest) / (highest - lowest)) * (bottom - top);
  const summit: Point = [540, top];
  const left = ridge(1924, summit, -640);
  const middle = ridge(1933, summit, 130);
  const right = ridge(1953, summit, 500);
  const edge = (height: number): number => right.find(([, py]) => py >= height)?.[0] ?? summit[0];
  return svgDocument(landscape, [
    path(pathThrough([...left.toReversed(), ...middle], true), { fill: theme.land, stroke: "none", width: 0 }),
    path(pathThrough([...middle.toReversed(), ...right], true), { fill: theme.coast, stroke: "none", width: 0 }),
    ...gullies(middle, left, theme.paper),
    ...gullies(middle, right, theme.land),
    path(pathThrough([...left.toReversed(), ...right]), { width: 5 }),
    path(pathThrough(middle), { width: 2.5 }),
    ...reached.flatMap(({ metres, when }, index) => {
      const [height, isTop] = [y(metres), metres === highest];
      // 1924 and 1952 are 25 metres apart: their labels need more room than their lines.
      const labelY = height + 16 + (index === 1 ? 30 : 0) - (index === 2 ? 26 : 0);
      const [colour, end] = [isTop ? theme.accent : theme.ink, 1060];
      return [
        path(`M${coordinate(edge(height) + 14)} ${coordinate(height)}L${end - 30} ${coordinate(height)}L${end} ${coordinate(labelY - 16)}`, { stroke: colour, width: isTop ? 6 : 3 }),
        label(end + 20, labelY, metres.toLocaleString("en-US"), { size: 50, fill: colour }),
        label(end + 160, labelY, when, { size: 44, italic: true, fill: isTop ? theme.accent : theme.muted }),
      ];
    }),
  ]);
}

/** A jagged line from the summit down to one side, the points a little off a slope that grows flatter. */
function ridge(seed: number, [x, y]: Point, reach: number): readonly Point[] {
  const random = seededRandom(seed);
  return Array.from({ length: 25 }, (_, step): Point => {
    const part = step / 24;
    const jag = step === 0 ? 0 : (random() - 0.5) * 30;
    return [x + reach * part ** 0.95 + jag, y + 870 * part ** 1.06 + jag * 0.4];
  });
}

/** Long streaks on a face, from the ridge in the middle towards the one at its side. */
function gullies(middle: readonly Point[], side: readonly Point[], fill: string): readonly string[] {
  const random = seededRandom(29);
  return middle.slice(2, -3).flatMap(([x, y], index): readonly string[] => {
    const [sideX] = side[index + 2] ?? [x, y];
    const from = x + (sideX - x) * (0.12 + random() * 0.55);
    const [width, length] = [(sideX - x) * 0.05, 90 + random() * 190];
    return index % 2 === 0 ? [] : [path(pathThrough([[from, y - 20], [from + width * 2.4, y + length * 0.45], [from + width * 3.4, y + length], [from + width * 0.8, y + length * 0.6]], true), { fill, stroke: "none", width: 0, opacity: 0.8 })];
  });
}
