import { seededRandom } from "./random.ts";
import { paint, type Pixels } from "./sky.ts";

const [width, height] = [1600, 1000];

/** The half-lit Earth over the horizon of the Moon: after the photographs of Apollo 8, invented in every detail. */
export function paintEarthrise(): Pixels {
  const [earthX, earthY, radius] = [880, 340, 175];
  const relief = fractalNoise(1968);
  const weather = fractalNoise(24);
  const coasts = fractalNoise(12);
  const pits = craters(420);
  const grain = seededRandom(8);
  return paint(width, height, (x, y) => {
    const noise = (grain() - 0.5) * 0.02;
    const horizon = 700 + ((x - 700) / 1600) ** 2 * 90 + (relief(x / 210, 3) - 0.5) * 26;
    if (y > horizon) {
      // Distances shrink towards the horizon; so does the relief.
      const depth = (y - horizon) / (height - horizon);
      const [groundX, groundY] = [(x - 800) / (0.35 + depth), 260 / (0.12 + depth)];
      const roughness = relief(groundX / 90, groundY / 60) - relief(groundX / 90 + 0.12, groundY / 60 - 0.05);
      const light = 0.36 + 0.16 * depth + roughness * 0.9 + pits(x, y);
      return [light * 1.02 + noise, light * 0.98 + noise, light * 0.9 + noise];
    }
    const [dx, dy] = [(x - earthX) / radius, (y - earthY) / radius];
    const fromCentre = Math.hypot(dx, dy);
    if (fromCentre > 1.03) return [0.012 + noise * 0.3, 0.012 + noise * 0.3, 0.014 + noise * 0.3];
    // The Sun stands to the upper right; the terminator runs from lower right to upper left.
    const nz = Math.sqrt(Math.max(0, 1 - fromCentre ** 2));
    const sunlit = Math.max(0, dx * 0.35 - dy * 0.9 + nz * 0.1);
    const edge = Math.min(1, Math.max(0, (1.03 - fromCentre) / 0.05));
    const cloud = Math.max(0, weather(dx * 2.6 + 5 + dy * 1.4, dy * 5 + 9 - dx * 0.8) - 0.4) * 3.6;
    const land = Math.min(1, Math.max(0, (coasts(dx * 1.6 + 3, dy * 1.6 + 7) - 0.55) * 14));
    const mix = Math.min(1, cloud);
    const surface = [0.09 + land * 0.3, 0.22 + land * 0.13, 0.44 - land * 0.22] as const;
    const shade = Math.min(1, sunlit * 1.5) * edge;
    return [
      (surface[0] * (1 - mix) + 0.95 * mix) * shade,
      (surface[1] * (1 - mix) + 0.97 * mix) * shade,
      (surface[2] * (1 - mix) + 1 * mix) * shade + 0.05 * edge * shade,
    ];
  });
}

/** Light and shadow of small round pits on the foreground, larger towards the viewer. */
function craters(count: number): (x: number, y: number) => number {
  const random = seededRandom(1972);
  const pits = Array.from({ length: count }, () => {
    const depth = random() ** 1.6;
    const size = (3 + random() ** 4 * 95) * (0.16 + depth);
    return { x: random() * width, y: 715 + depth * 300, a: size * 1.25, b: size * (0.22 + depth * 0.3) };
  });
  return (x, y) => pits.reduce((sum, pit) => {
    const [u, v] = [(x - pit.x) / pit.a, (y - pit.y) / pit.b];
    const inside = u * u + v * v;
    if (inside > 1.7) return sum;
    // The wall towards the light lies in shadow, the one away from it shines.
    return sum + (inside < 1 ? (v * 0.2 - u * 0.08 - 0.05) * Math.min(1, (1 - inside) * 3) : (1.7 - inside) * 0.06);
  }, 0);
}

/** Soft noise from 0 to 1 in five octaves (value noise on a lattice of seeded numbers). */
function fractalNoise(seed: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const size = 256;
  const lattice = Float32Array.from({ length: size * size }, random);
  const at = (x: number, y: number): number => lattice[(((y % size) + size) % size) * size + (((x % size) + size) % size)] ?? 0;
  const soft = (t: number): number => t * t * (3 - 2 * t);
  const single = (x: number, y: number): number => {
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [soft(x - x0), soft(y - y0)];
    return (at(x0, y0) * (1 - u) + at(x0 + 1, y0) * u) * (1 - v) + (at(x0, y0 + 1) * (1 - u) + at(x0 + 1, y0 + 1) * u) * v;
  };
  return (x, y) => {
    let [sum, weight, total] = [0, 1, 0];
    for (let octave = 0; octave < 5; octave++) {
      sum += single(x * 2 ** octave + octave * 17, y * 2 ** octave + octave * 31) * weight;
      total += weight;
      weight /= 2;
    }
    return sum / total;
  };
}
