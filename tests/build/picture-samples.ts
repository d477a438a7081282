import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** Colours of the four quarters as stored: top left, top right, bottom left, bottom right. */
export const quarters = { red: [200, 30, 30], green: [30, 160, 30], blue: [30, 30, 200], white: [240, 240, 240] } as const;
export type Colour = keyof typeof quarters;

/** A picture of four quarters: red and green above, blue and white below. */
export function quartered(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = y < height / 2 ? (x < width / 2 ? quarters.red : quarters.green) : x < width / 2 ? quarters.blue : quarters.white;
      pixels.set(colour, (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The colour in the middle of a picture's upper left quarter, and of its upper right one. */
export async function upperColours(file: string | Buffer): Promise<readonly [Colour | undefined, Colour | undefined]> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number): Colour | undefined => {
    const at = (Math.floor(info.height / 4) * info.width + Math.floor(x)) * info.channels;
    const found = [...data.subarray(at, at + 3)];
    return (Object.keys(quarters) as Colour[]).find((name) => quarters[name].every((value, i) => Math.abs(value - (found[i] ?? 0)) < 40));
  };
  return [colourAt(info.width / 4), colourAt((3 * info.width) / 4)];
}

/** A GIF of two frames, red and then blue. */
export async function animatedGif(width: number, height: number): Promise<Buffer> {
  const frames = await Promise.all(["#c81e1e", "#1e1ec8"].map((background) => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer()));
  return sharp(frames, { join: { animated: true } }).gif({ delay: [100, 100], loop: 0 }).toBuffer();
}

/** A PNG of a few bytes that says it is far larger than it is: a decompression bomb. */
export async function pngThatClaims(width: number, height: number): Promise<Buffer> {
  const png = await quartered(8, 8).png().toBuffer();
  // After the signature of 8 bytes and the chunk's length: "IHDR", width, height, five bytes, checksum (PNG, section 11.2.1).
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A JPEG of a few bytes that says it is far larger than it is. */
export async function jpegThatClaims(width: number, height: number): Promise<Buffer> {
  const jpeg = await quartered(8, 8).jpeg().toBuffer();
  // Start of frame: FF C0, length, precision, height, width (ITU T.81, B.2.2).
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}
