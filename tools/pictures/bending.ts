import { dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** A ray of starlight bent by the Sun on its way to the Earth, the angle very much exaggerated. */
export function drawBending(): string {
  const [sun, radius]: readonly [Point, number] = [[760, 600], 150];
  const [earth, star, apparent]: readonly Point[] = [[1440, 560], [150, 380], [150, 130]];
  if (earth === undefined || star === undefined || apparent === undefined) throw new Error("a point is missing");
  const bend: Point = [sun[0] + 20, sun[1] - radius - 35];
  const slope = (bend[1] - earth[1]) / (bend[0] - earth[0]);
  const seen: Point = [apparent[0], bend[1] + slope * (apparent[0] - bend[0])];
  const rays = Array.from({ length: 36 }, (_, index) => {
    const angle = (index / 36) * 2 * Math.PI;
    const [from, to] = [radius + 22, radius + (index % 2 === 0 ? 64 : 46)];
    return path(pathThrough([[sun[0] + from * Math.cos(angle), sun[1] + from * Math.sin(angle)], [sun[0] + to * Math.cos(angle), sun[1] + to * Math.sin(angle)]]), { stroke: theme.hairline, width: 5 });
  });
  return svgDocument(landscape, [
    ...rays,
    dot(sun[0], sun[1], radius, theme.ink),
    path(`M${star[0]} ${star[1]}L${bend[0] - 150} ${bend[1] + (star[1] - bend[1]) * (150 / (bend[0] - star[0]))}Q${bend[0]} ${bend[1]} ${bend[0] + 150} ${bend[1] - slope * -150}L${earth[0]} ${earth[1]}`, { stroke: theme.accent, width: 7 }),
    path(pathThrough([bend, seen]), { stroke: theme.accent, width: 4, dash: "2 14" }),
    ...starShape(star, 30, theme.ink),
    ...starShape(seen, 30, theme.accent),
    dot(earth[0], earth[1], 34, theme.ink),
    dot(earth[0], earth[1], 30, theme.land),
    label(star[0] + 10, star[1] + 84, "where the star is", { size: 46, italic: true, anchor: "start" }),
    label(seen[0] + 56, seen[1] - 34, "where it is seen", { size: 46, italic: true, fill: theme.accent }),
    label(earth[0], earth[1] + 96, "Earth", { size: 46, italic: true, anchor: "middle" }),
    label(sun[0], sun[1] + radius + 130, "the Sun, covered by the Moon", { size: 46, italic: true, anchor: "middle" }),
  ]);
}

function starShape([x, y]: Point, size: number, fill: string): readonly string[] {
  const corners = Array.from({ length: 8 }, (_, index): Point => {
    const [angle, reach] = [(index / 8) * 2 * Math.PI, index % 2 === 0 ? size : size * 0.3];
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return [path(pathThrough(corners, true), { fill, stroke: "none", width: 0 })];
}
