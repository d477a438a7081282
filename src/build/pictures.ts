import type { ImageFile } from "@11ty/eleventy-img";
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Picture, PictureFile } from "../model/page.ts";
import { hrefOf, type Site } from "../model/site.ts";
import { cacheFolder } from "./project.ts";

/** Widths in pixels: a phone, a text column on a sharp screen, a lead across a wide one. */
const widths = [480, 960, 1600] as const;

// A picture that ends too early is refused; of one with other faults the readable part would be silently kept.
const sharpOptions = { failOn: "truncated" } as const;

/** Pictures worked on at once; more only holds more of them in memory (sharp itself uses every core). */
const concurrency = 2;

export interface PreparedPictures {
  readonly index: ReadonlyMap<string, Picture["formats"]>;
  /** Where each file lies, and its path below the site's folder. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
  /** Files that are no picture, with the reason. */
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Makes every picture in several widths, as WebP with a JPEG or PNG fallback. Paths are inside the content folder.
 * The files are kept in the cache between builds and are found there by a hash of the source and the options.
 */
export async function preparePictures(content: string, files: readonly string[], site: Pick<Site, "base">): Promise<PreparedPictures> {
  const index = new Map<string, Picture["formats"]>();
  const outputs: { from: string; to: string }[] = [];
  const broken: { file: string; reason: string }[] = [];
  for (let i = 0; i < files.length; i += concurrency) {
    const batch = files.slice(i, i + concurrency);
    const results = await Promise.allSettled(batch.map((file) => preparePicture(content, file)));
    results.forEach((result, j) => {
      const file = batch[j] ?? "";
      if (result.status === "rejected") {
        broken.push({ file, reason: result.reason instanceof Error ? result.reason.message : String(result.reason) });
        return;
      }
      const formats = result.value;
      index.set(file, formats.map((images) => ({ type: images[0]?.sourceType ?? "", files: images.map((image) => pictureFile(site, file, image)) })));
      for (const image of formats.flat()) outputs.push({ from: image.outputPath, to: publishedPath(file, image) });
    });
  }
  return { index, files: outputs, broken };
}

/** Files that cannot be read as pictures to their last row, without making anything of them. */
export async function findBrokenPictures(content: string, files: readonly string[]): Promise<PreparedPictures["broken"]> {
  if (files.length === 0) return [];
  const { default: sharp } = await import("sharp");
  const broken: { file: string; reason: string }[] = [];
  for (const file of files) {
    try {
      await sharp(path.join(content, file), sharpOptions).resize(16).toBuffer();
    } catch (error) {
      broken.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return broken;
}

/** Copies prepared pictures below a site's folder. */
export function writePictures({ files }: Pick<PreparedPictures, "files">, output: string): void {
  for (const { from, to } of files) {
    const target = path.join(output, to);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
}

async function preparePicture(content: string, file: string): Promise<readonly (readonly ImageFile[])[]> {
  // Loaded only by an archive that has pictures: it brings all of sharp.
  const { default: Image } = await import("@11ty/eleventy-img");
  const stem = path.basename(file, path.extname(file));
  const made = await Image(path.join(content, file), {
    widths,
    formats: ["webp", fallbackFormat(file)],
    // Without it pictures that are upside down or mirrored stay so, and those on their side alone are turned.
    fixOrientation: true,
    // A picture of 600 pixels is also published whole, not only at 480.
    minimumThreshold: 1,
    outputDir: path.join(cacheFolder, "pictures", path.dirname(file)),
    urlPath: "/",
    filenameFormat: (id, _source, width, format) => `${stem}-${id}-${width}.${format}`,
    sharpOptions,
    sharpJpegOptions: { quality: 80, mozjpeg: true },
    sharpWebpOptions: { quality: 78 },
  });
  return Promise.all(Object.values(made).filter((images) => images.length > 0).map((images) => Promise.all(images.map(measured))));
}

// Eleventy's plugin rounds heights down, libvips to the nearest pixel: only the file knows.
async function measured(image: ImageFile): Promise<ImageFile> {
  const { default: sharp } = await import("sharp");
  const { width, height } = await sharp(image.outputPath).metadata();
  return { ...image, width, height };
}

// Photographs fall back to JPEG; drawings and pictures that may be transparent to PNG.
function fallbackFormat(file: string): "jpeg" | "png" {
  return [".jpg", ".jpeg", ".tif", ".tiff"].includes(path.extname(file).toLowerCase()) ? "jpeg" : "png";
}

function publishedPath(file: string, image: ImageFile): string {
  return path.posix.join("images", path.posix.dirname(file), image.filename);
}

function pictureFile(site: Pick<Site, "base">, file: string, image: ImageFile): PictureFile {
  return { href: hrefOf(site, `/${publishedPath(file, image)}`), width: image.width, height: image.height };
}
