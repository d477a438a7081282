import { theme, type Size } from "./theme.ts";

// Liberation Serif has the metrics of Times New Roman, so that labels keep their place on other machines.
const fontFamily = "'Liberation Serif', 'Times New Roman', Tinos, serif";

/** Wraps the parts of a drawing in an SVG document of the given size, on paper. */
export function svgDocument(size: Size, parts: readonly string[]): string {
  const { width, height } = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${theme.paper}"/>
${parts.join("\n")}
</svg>`;
}

type LabelOptions = {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly italic?: boolean;
  /** Letter spacing in pixels, for names of seas and lands. */
  readonly spacing?: number;
  /** Colour of an outline behind the letters that keeps them legible over lines. */
  readonly halo?: string;
};

/** One line of text whose baseline begins (or is centred, or ends) at x, y. */
export function label(x: number, y: number, text: string, options: LabelOptions = {}): string {
  const { size = 44, fill = theme.ink, anchor = "start", italic = false, spacing = 0, halo } = options;
  const outline = halo === undefined ? "" : ` stroke="${halo}" stroke-width="${size / 6}" stroke-linejoin="round" paint-order="stroke"`;
  const slant = italic ? ` font-style="italic"` : "";
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-family="${fontFamily}" font-size="${size}" text-anchor="${anchor}" fill="${fill}" letter-spacing="${spacing}"${slant}${outline}>${escapeText(text)}</text>`;
}

/** A number as SVG text, to a tenth of a pixel: finer is not seen and only makes files long. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A point of a picture in pixels, x to the right and y down. */
export type Point = readonly [x: number, y: number];

/** How far apart two points are, in pixels. */
export function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

/** Path data through all points in order, closed on request. */
export function pathThrough(points: readonly Point[], closed = false): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${coordinate(x)} ${coordinate(y)}`);
  return steps.join("") + (closed && points.length > 0 ? "Z" : "");
}

type StrokeOptions = {
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly fill?: string;
  readonly opacity?: number;
};

/** A path element. Without options: a thin line of ink. */
export function path(data: string, options: StrokeOptions = {}): string {
  const { stroke = theme.ink, width = 3, dash, fill = "none", opacity = 1 } = options;
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash}"`;
  const veil = opacity === 1 ? "" : ` opacity="${opacity}"`;
  return `<path d="${data}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dashes}${veil}/>`;
}

/** A filled circle. */
export function dot(x: number, y: number, radius: number, fill: string = theme.ink): string {
  return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}" fill="${fill}"/>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
