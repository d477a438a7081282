import { seededRandom } from "./random.ts";
import { svgDocument } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Slabs of the Berlin Wall, one of them gone. */
export function drawWall(): string {
  const [slabWidth, top, ground] = [158, 270, 800];
  const missing = 6;
  const random = seededRandom(1989);
  const slabs = Array.from({ length: 11 }, (_, index) => {
    const x = index * slabWidth - 62;
    const grey = Math.round(176 + random() * 26);
    return index === missing ? "" : `<rect x="${x}" y="${top}" width="${slabWidth - 5}" height="${ground - top}" fill="rgb(${grey},${grey - 5},${grey - 15})"/>`;
  });
  const gap = missing * slabWidth - 62;
  // The pipe on top gave a climbing hand no hold.
  const pipe = (from: number, to: number): string =>
    `<rect x="${from}" y="${top - 34}" width="${to - from}" height="62" rx="31" fill="#8f887b"/><rect x="${from + 16}" y="${top - 24}" width="${to - from - 32}" height="12" rx="6" fill="#b4ad9f"/>`;
  return svgDocument(landscape, [
    `<rect y="${ground}" width="1600" height="${1000 - ground}" fill="#4a443c"/>`,
    `<path d="M${gap} ${ground}H${gap + slabWidth - 5}L${gap + slabWidth + 150} 1000H${gap - 330}Z" fill="#f1dfae"/>`,
    ...slabs,
    pipe(-80, gap - 3),
    pipe(gap + slabWidth - 2, 1680),
    `<rect y="${ground - 4}" width="${gap - 2}" height="8" fill="${theme.ink}"/>`,
    `<rect x="${gap + slabWidth - 4}" y="${ground - 4}" width="1600" height="8" fill="${theme.ink}"/>`,
  ]);
}
