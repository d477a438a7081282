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
import { drawDow, drawFourFlights, drawGoldPrice } from "./chart.ts";
import { drawCollision } from "./collision.ts";
import { drawDoubleHelix } from "./double-helix.ts";
import { drawCape, drawEuroCash, drawGagarin, drawIndianIndependence, drawLindbergh, drawSmallpox, drawSouthPole } from "./map.ts";
import { paintBlackHole, paintPaleBlueDot, type Pixels } from "./sky.ts";
import { drawMoonFlight, drawSputnik } from "./spaceflight.ts";
import { drawTomb } from "./tomb.ts";
import { drawWall } from "./wall.ts";
import { drawWeb } from "./web.ts";

const articles = join(import.meta.dirname, "..", "..", "articles");

/** A page shows a picture up to 1280 pixels wide; more than this would be weight without use. */
const maximumBytes = 250_000;

const pictures: Readonly<Record<string, () => string | Pixels>> = {
  "1903/12/four-flights.png": drawFourFlights,
  "1911/12/south-pole.png": drawSouthPole,
  "1922/11/tutankhamun.png": drawTomb,
  "1927/05/lindbergh.png": drawLindbergh,
  "1947/08/indian-independence.png": drawIndianIndependence,
  "1953/04/double-helix.png": drawDoubleHelix,
  "1957/10/sputnik.png": drawSputnik,
  "1961/04/gagarin.png": drawGagarin,
  "1969/07/moon-landing.png": drawMoonFlight,
  "1971/08/gold-window.png": drawGoldPrice,
  "1980/05/smallpox.png": drawSmallpox,
  "1987/10/black-monday.png": drawDow,
  "1989/11/berlin-wall.png": drawWall,
  "1990/02/mandela-release.png": drawCape,
  "1990/02/pale-blue-dot.jpg": paintPaleBlueDot,
  "1991/08/first-website.png": drawWeb,
  "2002/01/euro-cash.png": drawEuroCash,
  "2012/07/higgs-boson.png": drawCollision,
  "2019/04/black-hole.jpg": paintBlackHole,
};

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
