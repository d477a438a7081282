import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintOf } from "../content/fingerprint.ts";
import { cacheFolder } from "./project.ts";

/** Widths in pixels: a phone, a text column on a sharp screen, a lead across a wide one. */
const widths = [480, 960, 1600] as const;

// A picture that ends too early is refused; of one with other faults the readable part would be silently kept.
export const sharpOptions = { failOn: "truncated" } as const;

/** How a picture is made; another recipe makes another picture. */
const recipe = {
  widths,
  // Without it pictures that are upside down or mirrored stay so, and those on their side alone are turned.
  fixOrientation: true,
  // A picture of 600 pixels is also published whole, not only at 480.
  minimumThreshold: 1,
  sharpOptions,
  sharpJpegOptions: { quality: 80, mozjpeg: true },
  sharpWebpOptions: { quality: 78 },
} as const;

/** One file made of a picture. */
export interface MadeFile {
  /** Its name in the folder of the picture, "stem-hash-480.webp": also that under which it is published. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** In bytes. */
  readonly size: number;
}

/** A picture in all its formats and widths, as it lies in the cache. */
export interface MadePicture {
  /** Where its files are. */
  readonly folder: string;
  readonly formats: readonly { readonly type: string; readonly files: readonly MadeFile[] }[];
}

/** Name of a picture's content and recipe: two pictures with one name are the same. */
export function pictureKey(content: string, file: string): string {
  return fingerprintOf(`${fingerprintOf(readFileSync(path.join(content, file)))} ${JSON.stringify(recipe)}`).replaceAll(/[_-]/gu, "").slice(0, 10);
}

/**
 * A picture in all its sizes: from the cache, or made now, aside, so that a build that is killed leaves no half of one.
 * Rejects where the file cannot be read as a picture.
 */
export async function makePicture(content: string, file: string, key: string): Promise<MadePicture> {
  const stem = path.basename(file, path.extname(file));
  const folder = path.join(cacheFolder, "pictures", path.dirname(file), `${stem}-${key}`);
  const known = readManifest(folder);
  if (known !== undefined) return known;
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    const formats = await encode(path.join(content, file), aside, (width, format) => `${stem}-${key}-${width}.${format}`);
    writeFileSync(path.join(aside, manifestName), JSON.stringify(formats));
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
    return { folder, formats };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function encode(source: string, outputDir: string, nameOf: (width: number, format: string) => string): Promise<MadePicture["formats"]> {
  // Loaded only where a picture is to be made: it brings all of sharp.
  const { default: Image } = await import("@11ty/eleventy-img");
  const { default: sharp } = await import("sharp");
  const made = await Image(source, {
    ...recipe,
    formats: ["webp", fallbackFormat(source)],
    outputDir,
    urlPath: "/",
    useCache: false,
    filenameFormat: (_id, _source, width, format) => nameOf(width, format),
  });
  const formats: { type: string; files: MadeFile[] }[] = [];
  for (const images of Object.values(made)) {
    const [first] = images;
    if (first === undefined) continue;
    const files: MadeFile[] = [];
    for (const { outputPath, filename } of images) {
      // Eleventy's plugin rounds heights down, libvips to the nearest pixel: only the file knows.
      const { width, height } = await sharp(outputPath).metadata();
      files.push({ name: filename, width, height, size: statSync(outputPath).size });
    }
    formats.push({ type: first.sourceType, files });
  }
  return formats;
}

// Photographs fall back to JPEG; drawings and pictures that may be transparent to PNG.
function fallbackFormat(file: string): "jpeg" | "png" {
  return [".jpg", ".jpeg", ".tif", ".tiff"].includes(path.extname(file).toLowerCase()) ? "jpeg" : "png";
}

const manifestName = "picture.json";

// The folder came into its place by one rename, with everything in it; a file that somebody has cut since makes it void.
function readManifest(folder: string): MadePicture | undefined {
  try {
    const formats: MadePicture["formats"] = JSON.parse(readFileSync(path.join(folder, manifestName), "utf8"));
    const isWhole = formats.every(({ files }) => files.every(({ name, size }) => statSync(path.join(folder, name)).size === size));
    return isWhole ? { folder, formats } : undefined;
  } catch {
    return undefined;
  }
}
