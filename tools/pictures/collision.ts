import { seededRandom } from "./random.ts";
import { coordinate, dot, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** A collision in a detector: curved tracks of charged particles, two straight photons, and what each left outside. */
export function drawCollision(): string {
  const [x, y] = [800, 500];
  const random = seededRandom(2012);
  const layers = [90, 170, 250, 330, 410];
  const trackCount = 46;
  const tracks = Array.from({ length: trackCount }, (_, index) => {
    const direction = ((index + random()) / trackCount) * 2 * Math.PI;
    // The slower a particle, the tighter its curve and the shorter its way.
    const bend = (random() < 0.5 ? -1 : 1) * (0.15 + random() ** 2 * 2.6);
    const reach = Math.min(402, 330 / Math.abs(bend) + random() * 160);
    const points = Array.from({ length: 40 }, (_, step): Point => {
      const along = (step / 39) * reach;
      const angle = direction + (bend * along) / 640;
      return [x + along * Math.cos(angle), y + along * Math.sin(angle)];
    });
    return path(pathThrough(points), { width: 2.5, stroke: random() < 0.4 ? theme.coast : theme.ink });
  });
  const photon = (degrees: number): string => {
    const [ux, uy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const at = (along: number): string => `${coordinate(x + ux * along)} ${coordinate(y + uy * along)}`;
    return path(`M${at(0)}L${at(418)}`, { stroke: theme.accent, width: 6, dash: "18 12" }) + `<path d="M${at(424)}L${at(496)}" stroke="${theme.accent}" stroke-width="44"/>`;
  };
  const energies = Array.from({ length: 72 }, (_, index) => {
    const angle = (index / 72) * 2 * Math.PI;
    const height = 6 + random() ** 4 * 44;
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    return `<path d="M${coordinate(x + ux * 424)} ${coordinate(y + uy * 424)}L${coordinate(x + ux * (424 + height))} ${coordinate(y + uy * (424 + height))}" stroke="${theme.coast}" stroke-width="24"/>`;
  });
  return svgDocument(landscape, [
    ...layers.map((radius) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${theme.hairline}" stroke-width="${radius === 410 ? 5 : 2.5}"/>`),
    ...energies,
    ...tracks,
    photon(-27),
    photon(171),
    dot(x, y, 9, theme.accent),
  ]);
}
