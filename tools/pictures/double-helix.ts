import { coordinate, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { portrait, theme } from "./theme.ts";

/** DNA as two ribbons round a common axis, ten pairs to a turn. */
export function drawDoubleHelix(): string {
  const [top, bottom, axis, reach] = [-60, 1560, 600, 290];
  const [turns, pairsPerTurn] = [2.6, 10];
  const height = bottom - top;
  // The two backbones are not opposite each other: the grooves between them differ in width.
  const grooveAngle = 2.45;
  const angleAt = (y: number, strand: 0 | 1): number => ((y - top) / height) * turns * 2 * Math.PI + strand * grooveAngle + 0.6;
  const place = (y: number, strand: 0 | 1): { x: number; depth: number } => ({
    // Right-handed: seen from the front, a strand climbs from left to right.
    x: axis - reach * Math.sin(angleAt(y, strand)),
    depth: Math.cos(angleAt(y, strand)),
  });
  const ribbonHeight = 84;
  type Piece = { readonly depth: number; readonly svg: string };
  const ribbon = (strand: 0 | 1): readonly Piece[] => {
    const [front, back] = strand === 0 ? [theme.ink, "#a49d90"] : [theme.accent, "#d3a49b"];
    const pieces = 260;
    return Array.from({ length: pieces }, (_, index) => {
      // Neighbouring pieces overlap by a little, so that no seam shows between them.
      const y = top + (index / pieces) * height;
      const next = y + (height / pieces) * 1.35;
      const [a, b] = [place(y, strand), place(next, strand)];
      const half = ribbonHeight / 2;
      const corners: readonly Point[] = [[a.x, y - half], [b.x, next - half], [b.x, next + half], [a.x, y + half]];
      return { depth: a.depth, svg: `<path d="${pathThrough(corners, true)}" fill="${a.depth > 0 ? front : back}"/>` };
    });
  };
  const rungs: readonly Piece[] = Array.from({ length: Math.round(turns * pairsPerTurn) }, (_, index) => {
    const y = top + ((index + 0.5) / (turns * pairsPerTurn)) * height;
    const [a, b] = [place(y, 0), place(y, 1)];
    // A purine is longer than a pyrimidine: the two bases of a pair do not meet in the middle.
    const meet = a.x + (b.x - a.x) * (index % 3 === 0 ? 0.42 : 0.58);
    const gap = 5 * Math.sign(b.x - a.x);
    const bar = (from: number, to: number, stroke: string): string => path(`M${coordinate(from)} ${coordinate(y)}H${coordinate(to)}`, { stroke, width: 15 });
    return { depth: 0, svg: bar(a.x + gap * 2, meet - gap * 2, "#56504a") + bar(meet + gap * 2, b.x - gap * 2, "#a8504a") };
  });
  const pieces = [...ribbon(0), ...ribbon(1), ...rungs].sort((one, other) => one.depth - other.depth);
  return svgDocument(portrait, pieces.map((piece) => piece.svg));
}
