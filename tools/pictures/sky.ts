import { seededRandom } from "./random.ts";

/** A painted picture: three bytes a pixel, red, green and blue. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

type Colour = readonly [red: number, green: number, blue: number];

/** Dark sky, bands of stray sunlight, and one small point in a band: after the photograph of February 14, 1990. */
export function paintPaleBlueDot(): Pixels {
  const [width, height] = [1200, 1500];
  // Bands of light slant across the frame: where each crosses the top edge, how wide, how bright, and its tint.
  const bands: readonly { at: number; spread: number; light: number; tint: Colour }[] = [
    { at: 150, spread: 80, light: 0.16, tint: [0.75, 0.8, 0.75] },
    { at: 520, spread: 70, light: 0.3, tint: [0.95, 0.75, 0.55] },
    { at: 660, spread: 46, light: 0.2, tint: [0.7, 0.85, 0.7] },
    { at: 930, spread: 58, light: 0.36, tint: [1, 0.82, 0.62] },
    { at: 1080, spread: 90, light: 0.15, tint: [0.65, 0.7, 0.85] },
  ];
  const slant = -0.16;
  const [dotX, dotY] = [930 + 780 * slant, 780];
  const grain = seededRandom(1990);
  return paint(width, height, (x, y) => {
    const noise = (grain() + grain() - 1) * 0.028;
    const glow = bands.reduce<Colour>(([r, g, b], { at, spread, light, tint }) => {
      const strength = light * bell((x - at - y * slant) / spread) * (0.75 + 0.25 * Math.cos((y / height) * 4 + at));
      return [r + strength * tint[0], g + strength * tint[1], b + strength * tint[2]];
    }, [0.05, 0.052, 0.05]);
    const spark = bell(Math.hypot(x - dotX, y - dotY) / 5.5);
    return [
      glow[0] * (1 - spark) + 0.8 * spark + noise,
      glow[1] * (1 - spark) + 0.9 * spark + noise,
      glow[2] * (1 - spark) + 1 * spark + noise,
    ];
  });
}

/** A blurred ring of light, brighter below, round a dark middle. Invented, after the picture of April 10, 2019. */
export function paintBlackHole(): Pixels {
  const [width, height] = [1600, 1000];
  const [centreX, centreY, radius, thickness] = [800, 500, 225, 62];
  // Bright knots on the ring: angle clockwise from the right, reach in radians, and added light.
  const knots = [
    { angle: 1.9, reach: 0.62, light: 0.62 },
    { angle: 0.75, reach: 0.55, light: 0.52 },
    { angle: 2.95, reach: 0.5, light: 0.22 },
  ];
  const grain = seededRandom(2019);
  return paint(width, height, (x, y) => {
    const [dx, dy] = [x - centreX, y - centreY];
    const distance = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx);
    const along = knots.reduce((sum, knot) => sum + knot.light * bell(angleBetween(angle, knot.angle) / knot.reach), 0.3);
    // The ring's outer edge fades more slowly than its inner one.
    const spread = distance > radius ? thickness * 1.45 : thickness;
    const ring = bell((distance - radius) / spread) * along;
    const haze = 0.06 * bell(distance / 560);
    return emberColour(ring + haze + (grain() - 0.5) * 0.012);
  });
}

/** Black through red and orange to pale yellow, for light from 0 to 1. */
function emberColour(light: number): Colour {
  return [light * 2.1, light * 2.1 - 0.55, light * 2.1 - 1.28];
}

/** The bell curve exp(-x²), 1 at 0 and nearly 0 from 2 on. */
function bell(x: number): number {
  return Math.exp(-x * x);
}

/** Smallest angle between two directions, in radians. */
function angleBetween(a: number, b: number): number {
  return Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
}

/** Fills a picture from a function of the pixel; colour parts below 0 and above 1 are cut off. */
export function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8Array(width * height * 3);
  let offset = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const part of colourAt(x, y)) data[offset++] = Math.round(255 * Math.min(1, Math.max(0, part)));
    }
  }
  return { width, height, data };
}
