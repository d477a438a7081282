/**
 * Draws the pictures of the sample archive and writes each beside its article.
 *
 *   node tools/pictures/draw.ts              all pictures
 *   node tools/pictures/draw.ts sputnik      those whose path contains a word
 *
 * The same code gives the same pictures on one machine; the labels' letters come from its serif font.
 */
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { pictures } from "./pictures.ts";
import type { Pixels } from "./sky.ts";

const articles = join(import.meta.dirname, "..", "..", "articles");

/** A page shows a picture up to 1280 pixels wide; more than this would be weight without use. */
const maximumBytes = 200_000;

const wanted = process.argv[2] ?? "";
for (const [name, draw] of Object.entries(pictures)) {
  if (!name.includes(wanted)) continue;
  const file = join(articles, name);
  await mkdir(dirname(file), { recursive: true });
  await writePicture(file, draw());
  const { size } = await stat(file);
  if (size > maximumBytes) throw new Error(`${name} has ${size} bytes, more than the ${maximumBytes} a picture may have`);
  console.log(`${name}  ${Math.round(size / 1000)} kB`);
}

/** Line drawings become PNG with a small palette, painted skies JPEG. */
async function writePicture(file: string, picture: string | Pixels): Promise<void> {
  if (typeof picture === "string") {
    await sharp(Buffer.from(picture)).flatten({ background: "white" }).png({ palette: true, colours: 64, effort: 10 }).toFile(file);
  } else {
    const { width, height, data } = picture;
    await sharp(data, { raw: { width, height, channels: 3 } }).jpeg({ quality: 82, mozjpeg: true }).toFile(file);
  }
}
