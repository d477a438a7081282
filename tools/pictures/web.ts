import { seededRandom } from "./random.ts";
import { coordinate, distance, dot, path, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Documents as dots, links as arrows between neighbours, one document in the middle of many. */
export function drawWeb(): string {
  const random = seededRandom(1991);
  // One dot near the middle of each cell of a grid, moved about inside it.
  const [columns, rows] = [7, 4];
  const places: readonly Point[] = Array.from({ length: columns * rows }, (_, index) => [
    170 + (index % columns) * 210 + (random() - 0.5) * 120,
    160 + Math.floor(index / columns) * 226 + (random() - 0.5) * 120,
  ]);
  const centre = places[columns + 3] ?? [800, 500];
  const [linkReach, centreReach] = [265, 400];
  const links = places.flatMap((one, index) => places.slice(index + 1).flatMap((other) => {
    const touchesCentre = one === centre || other === centre;
    const isLinked = distance(one, other) < (touchesCentre ? centreReach : linkReach) && (touchesCentre || random() < 0.8);
    if (!isLinked) return [];
    // Most documents point to the one in the middle; it points back to a few.
    const isForward = touchesCentre ? (other === centre) === random() < 0.75 : random() < 0.5;
    return [isForward ? { from: one, to: other } : { from: other, to: one }];
  }));
  return svgDocument(landscape, [
    ...links.map(({ from, to }) => curvedArrow(from, to, from === centre || to === centre ? theme.accent : theme.muted, to === centre ? 52 : 34)),
    ...places.map((place) => place === centre ? dot(place[0], place[1], 34, theme.accent) : dot(place[0], place[1], 17)),
  ]);
}

/** A bent arrow that stops `clearance` pixels before the middle of its target. */
function curvedArrow(from: Point, to: Point, colour: string, clearance: number): string {
  const length = distance(from, to);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [startX, startY] = [from[0] + ux * 20, from[1] + uy * 20];
  const [endX, endY] = [to[0] - ux * clearance, to[1] - uy * clearance];
  const bend = length * 0.16;
  const [controlX, controlY] = [(startX + endX) / 2 - uy * bend, (startY + endY) / 2 + ux * bend];
  const heading = (Math.atan2(endY - controlY, endX - controlX) * 180) / Math.PI;
  return path(`M${coordinate(startX)} ${coordinate(startY)}Q${coordinate(controlX)} ${coordinate(controlY)} ${coordinate(endX)} ${coordinate(endY)}`, { stroke: colour, width: 4 })
    + `<path d="M-16 -11L10 0L-16 11Z" fill="${colour}" transform="translate(${coordinate(endX)} ${coordinate(endY)}) rotate(${coordinate(heading)})"/>`;
}
