import { coordinate, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Planck's constant in joule seconds, the speed of light in metres a second, Boltzmann's constant in joules a kelvin (SI, 2019). */
const [h, c, k] = [6.62607015e-34, 299_792_458, 1.380649e-23];

/** Radiation of a black body at a wavelength, per unit of wavelength (Planck's law); only ratios are used. */
function radiance(metres: number, kelvin: number): number {
  return metres ** -5 / (Math.exp((h * c) / (metres * k * kelvin)) - 1);
}

/** How the light of glowing bodies is spread over the wavelengths; the hottest in red. */
export function drawRadiation(): string {
  const [left, right, bottom, top] = [130, 1500, 810, 120];
  const longest = 3e-6;
  const temperatures = [5000, 4500, 4000, 3500, 3000];
  const peak = radiance(2.898e-3 / 5000, 5000);
  const x = (metres: number): number => left + (metres / longest) * (right - left);
  const curve = (kelvin: number): readonly Point[] => Array.from({ length: 240 }, (_, index) => {
    const metres = ((index + 8) / 247) * longest;
    return [x(metres), bottom - (radiance(metres, kelvin) / peak) * (bottom - top)];
  });
  return svgDocument(landscape, [
    `<rect x="${coordinate(x(0.38e-6))}" y="${top - 40}" width="${coordinate(x(0.75e-6) - x(0.38e-6))}" height="${bottom - top + 40}" fill="${theme.halo}"/>`,
    label(x(0.565e-6), top - 56, "visible light", { anchor: "middle", size: 42, italic: true, fill: theme.muted }),
    ...temperatures.toReversed().map((kelvin) => path(pathThrough(curve(kelvin)), { width: kelvin === 5000 ? 8 : 5, stroke: kelvin === 5000 ? theme.accent : theme.ink })),
    path(`M${left} ${bottom}H${right}`, { width: 3 }),
    ...[0.5, 1, 1.5, 2, 2.5, 3].flatMap((micrometres) => [
      path(`M${coordinate(x(micrometres * 1e-6))} ${bottom}v16`, { width: 3 }),
      label(x(micrometres * 1e-6), bottom + 66, String(micrometres), { anchor: "middle", size: 42, fill: theme.muted }),
    ]),
    label(x(1.5e-6), bottom + 124, "wavelength in thousandths of a millimetre", { anchor: "middle", size: 42, italic: true, fill: theme.muted }),
    label(x(0.8e-6), top + 90, "4,700 °C", { size: 52, fill: theme.accent }),
    label(x(1.05e-6), bottom - 8, "2,700 °C", { size: 40, anchor: "middle" }),
  ]);
}
