import { seededRandom } from "./random.ts";
import { coordinate, dot, path, svgDocument } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Spectators counted by the turnstiles of the Maracanã on July 16, 1950, and how many of them one dot stands for. */
const [attendance, perDot] = [173_850, 100];

/** The full stadium from above: dots in oval rows, with the 22 players in the middle. */
export function drawStadium(): string {
  const [x, y] = [800, 500];
  const random = seededRandom(1950);
  const dots = Math.round(attendance / perDot);
  // Rows of equal spacing, from the field outwards; each takes as many dots as its length allows, until all are seated.
  const rows = Array.from({ length: 17 }, (_, row) => ({ a: 420 + row * 20, b: 240 + row * 13.5 }));
  const around = rows.map(({ a, b }) => Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b))));
  const total = around.reduce((sum, length) => sum + length, 0);
  const crowd = rows.flatMap(({ a, b }, row) => {
    const count = Math.round((dots * (around[row] ?? 0)) / total);
    return Array.from({ length: count }, (_, seat) => {
      const angle = ((seat + random() * 0.7) / count) * 2 * Math.PI;
      return dot(x + a * Math.cos(angle), y + b * Math.sin(angle), 5.2, random() < 0.35 ? theme.coast : theme.muted);
    });
  });
  const line = (data: string): string => path(data, { stroke: theme.coast, width: 3 });
  const [halfLength, halfWidth] = [250, 156];
  const player = (dx: number, dy: number, fill: string): string => dot(x + dx, y + dy, 10, fill);
  const formation = [[-232, 0], [-180, -70], [-180, 70], [-120, -30], [-120, 40], [-100, -110], [-100, 110], [-40, -120], [-34, -50], [-30, 45], [-40, 125]] as const;
  return svgDocument(landscape, [
    `<ellipse cx="${x}" cy="${y}" rx="762" ry="470" fill="${theme.halo}" stroke="${theme.hairline}" stroke-width="3"/>`,
    `<ellipse cx="${x}" cy="${y}" rx="400" ry="224" fill="${theme.paper}" stroke="${theme.hairline}" stroke-width="3"/>`,
    ...crowd,
    `<rect x="${x - halfLength}" y="${y - halfWidth}" width="${2 * halfLength}" height="${2 * halfWidth}" fill="${theme.land}" stroke="${theme.coast}" stroke-width="3"/>`,
    line(`M${x} ${y - halfWidth}V${y + halfWidth}`),
    `<circle cx="${x}" cy="${y}" r="44" fill="none" stroke="${theme.coast}" stroke-width="3"/>`,
    ...[-1, 1].map((side) => line(`M${x + side * halfLength} ${y - 92}H${coordinate(x + side * (halfLength - 78))}V${y + 92}H${x + side * halfLength}`)),
    ...formation.map(([dx, dy]) => player(dx, dy, theme.ink)),
    ...formation.map(([dx, dy]) => player(-dx * 0.96, dy * 0.82 + 12, theme.accent)),
  ]);
}
