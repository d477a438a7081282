import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "../../src/build/check.ts";
import { cacheFolder } from "../../src/build/project.ts";
import { ContentError } from "../../src/model/content-error.ts";
import { animatedGif, jpegThatClaims, pngThatClaims, quartered, upperColours } from "./picture-samples.ts";
import { writeContent, type ContentFiles } from "./small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

// Each test has a folder of its own in the cache too: what was encoded before must not answer for it.
let tests = 0;
let home = "";
let cached = "";

let work: WorkFolder;
beforeEach(() => {
  home = `pictures-of-a-test-${process.pid}-${++tests}`;
  cached = path.join(cacheFolder, "pictures", home);
  work = makeWorkFolder();
});
afterEach(() => {
  work.remove();
  rmSync(cached, { recursive: true, force: true });
});

describe("the eight orientations of EXIF are turned upright", () => {
  // What stands above, left and right, once the picture is upright (Exif 2.32, section 4.6.4, tag 274).
  const orientations = [
    [1, "red", "green"],
    [2, "green", "red"],
    [3, "white", "blue"],
    [4, "blue", "white"],
    [5, "red", "blue"],
    [6, "blue", "red"],
    [7, "white", "green"],
    [8, "green", "white"],
  ] as const;

  test("in every file that is made, and in the width and height of the markup", async () => {
    const files: ContentFiles = {};
    for (const [orientation] of orientations) {
      files[`${home}/o${orientation}.jpg`] = await quartered(80, 40).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    }
    writeArticle(Object.keys(files).map((file) => path.basename(file)), files);
    await work.build();
    for (const [orientation, left, right] of orientations) {
      const [width, height] = orientation >= 5 ? [40, 80] : [80, 40];
      const outputs = outputsOf(`o${orientation}-`);
      expect(outputs.map((file) => path.extname(file)).sort()).toEqual([".jpeg", ".webp"]);
      for (const output of outputs) {
        const metadata = await sharp(output).metadata();
        expect({ orientation, width: metadata.width, height: metadata.height, left: await upperColours(output) }).toEqual({ orientation, width, height, left: [left, right] });
        expect(metadata.orientation ?? 1).toBe(1);
      }
      expect(imageTags().find(({ src }) => src.includes(`/o${orientation}-`))).toMatchObject({ width, height });
    }
  });
});

test("a picture that EXIF turns on its side is made in the widths that its markup names", async () => {
  writeArticle(["side.jpg"], { [`${home}/side.jpg`]: await quartered(600, 1100).jpeg().withMetadata({ orientation: 6 }).toBuffer() });
  await work.build();
  const sizes = await Promise.all(outputsOf("side-").map(async (file) => {
    const { width, height } = await sharp(file).metadata();
    return `${path.basename(file).replace(/^.*-/u, "")}: ${width}x${height}`;
  }));
  expect(sizes.sort()).toEqual(["1100.jpeg: 1100x600", "1100.webp: 1100x600", "480.jpeg: 480x262", "480.webp: 480x262", "960.jpeg: 960x524", "960.webp: 960x524"]);
});

test("nothing that a camera wrote into a picture is published: place, owner, captions", async () => {
  const exif = { IFD0: { Artist: "Zelphira Owner", Copyright: "Zelphira Rights", ImageDescription: "Zelphira Text" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" } };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights>Zelphira</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>';
  const files: ContentFiles = {};
  for (const format of ["jpeg", "png", "webp", "tiff", "avif"] as const) {
    files[`${home}/${format}-file.${format}`] = await quartered(700, 80).withExif(exif).withXmp(xmp).toFormat(format).toBuffer();
  }
  const source = await sharp(bytesOf(files, "jpeg-file.jpeg")).metadata();
  expect(source.exif?.toString("latin1")).toContain("Zelphira Owner");
  expect(source.xmp?.toString()).toContain("Zelphira");
  writeArticle(Object.keys(files).map((file) => path.basename(file)), files);
  await work.build();
  const outputs = outputsOf("");
  expect(outputs).toHaveLength(5 * 2 * 2);
  for (const output of outputs) {
    const { exif: exifLeft, xmp: xmpLeft, iptc, comments } = await sharp(output).metadata();
    expect({ output, exifLeft, xmpLeft, iptc, comments: comments ?? [] }).toEqual({ output, exifLeft: undefined, xmpLeft: undefined, iptc: undefined, comments: [] });
    expect(readFileSync(output).includes("Zelphira"), output).toBe(false);
  }
});

describe("colours", () => {
  test("a CMYK JPEG is published in RGB, its colours kept", async () => {
    const bytes = await quartered(80, 40).toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe("cmyk");
    writeArticle(["print.jpg"], { [`${home}/print.jpg`]: bytes });
    await work.build();
    const outputs = outputsOf("print-");
    expect(outputs).toHaveLength(2);
    for (const output of outputs) {
      expect((await sharp(output).metadata())).toMatchObject({ space: "srgb", channels: 3 });
      expect(await upperColours(output)).toEqual(["red", "green"]);
    }
  });

  test.each([
    ["a grey JPEG", "grey.jpg", async () => quartered(80, 40).greyscale().jpeg().toBuffer()],
    ["a PNG of 16 bits", "deep.png", async () => quartered(80, 40).toColourspace("rgb16").png().toBuffer()],
  ])("%s is published", async (_what, name, make) => {
    writeArticle([name], { [`${home}/${name}`]: await make() });
    await work.build();
    expect(outputsOf("")).toHaveLength(2);
    for (const output of outputsOf("")) expect(await sharp(output).metadata()).toMatchObject({ width: 80, height: 40, depth: "uchar" });
  });

  test("what is transparent stays so", async () => {
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    writeArticle(["clear.png"], { [`${home}/clear.png`]: bytes });
    await work.build();
    for (const output of outputsOf("clear-")) expect((await sharp(output).stats()).isOpaque).toBe(false);
    expect(outputsOf("clear-")).toHaveLength(2);
  });
});

test("of an animated GIF the first frame is published, as a still", async () => {
  const bytes = await animatedGif(60, 40);
  expect((await sharp(bytes).metadata()).pages).toBe(2);
  writeArticle(["moving.gif"], { [`${home}/moving.gif`]: bytes });
  await work.build();
  const outputs = outputsOf("moving-");
  expect(outputs.map((file) => path.extname(file)).sort()).toEqual([".png", ".webp"]);
  for (const output of outputs) {
    const { pages = 1, width, height } = await sharp(output).metadata();
    expect({ pages, width, height }).toEqual({ pages: 1, width: 60, height: 40 });
    expect(await upperColours(output)).toEqual(["red", "red"]);
  }
});

test("a drawing in SVG under another name is published as pixels only", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><script>alert(1)</script><rect width="60" height="40" fill="#c81e1e"/></svg>';
  writeArticle(["drawing.png"], { [`${home}/drawing.png`]: svg });
  await work.build();
  const outputs = outputsOf("");
  expect(outputs.length).toBeGreaterThan(0);
  for (const output of outputs) {
    expect(["png", "webp"]).toContain((await sharp(output).metadata()).format);
    expect(await upperColours(output)).toEqual(["red", "red"]);
    expect(readFileSync(output).includes("alert")).toBe(false);
  }
});

describe("a picture that cannot be read is refused with the line that uses it, by the build as by the check", () => {
  test.each([
    ["truncated.jpg", async () => half(await quartered(400, 300).jpeg().toBuffer()), /./u],
    ["truncated.png", async () => half(await quartered(400, 300).png({ compressionLevel: 0 }).toBuffer()), /./u],
    ["truncated.webp", async () => half(await quartered(400, 300).webp({ lossless: true }).toBuffer()), /./u],
    ["truncated.gif", async () => half(await animatedGif(400, 300)), /./u],
    ["empty.jpg", async () => Buffer.alloc(0), /unsupported image format/u],
    ["text.jpg", async () => Buffer.from("This is no picture.\n"), /unsupported image format/u],
    ["page.png", async () => Buffer.from("<!DOCTYPE html><title>404</title>"), /unsupported image format/u],
    ["giant.png", async () => pngThatClaims(60_000, 60_000), /pixel limit|exceeds/u],
    ["giant.jpg", async () => jpegThatClaims(65_500, 65_500), /pixel limit|exceeds/u],
  ])("%s", async (name, make, reason) => {
    writeArticle([name], { [`${home}/${name}`]: await make() });
    const check = await refusal(checkContent(work.content, undefined));
    const build = await refusal(work.build());
    for (const problems of [check, build]) {
      expect(problems).toEqual([expect.objectContaining({ file: `${home}/a.md`, line: 5, fix: "open it and save it again as JPEG or PNG" })]);
      expect(problems[0]?.message).toMatch(new RegExp(`^the picture ${home}/${name.replace(".", "\\.")} cannot be read: `, "u"));
      expect(problems[0]?.message).toMatch(reason);
    }
    expect(readdirSync(work.path).filter((file) => file === "site")).toEqual([]);
  });

  test("in the text, at its line", async () => {
    writeContent(work.content, { [`${home}/a.md`]: "---\ntitle: A\ndate: 1987-03-02\n---\nText.\n\n![What it shows](empty.png)\n", [`${home}/empty.png`]: "" });
    expect(await refusal(work.build())).toEqual([expect.objectContaining({ file: `${home}/a.md`, line: 7 })]);
  });
});

test("width and height in the markup, and every width of a srcset, are those of the files", async () => {
  const sizes = { small: [1, 1], narrow: [300, 200], exact: [480, 333], between: [601, 399], wide: [1300, 777], large: [2000, 1001], upright: [500, 1700] } as const;
  const files: ContentFiles = {};
  for (const [name, [width, height]] of Object.entries(sizes)) files[`${home}/${name}.png`] = await quartered(width, height).png().toBuffer();
  writeArticle(Object.keys(sizes).map((name) => `${name}.png`), files);
  await work.build({ basePath: "/archive/" });
  const tags = imageTags();
  expect(tags).toHaveLength(Object.keys(sizes).length);
  for (const { src, width, height } of tags) {
    const { width: realWidth, height: realHeight } = await sharp(publishedFile(src)).metadata();
    expect({ src, width, height }).toEqual({ src, width: realWidth, height: realHeight });
  }
  const candidates = [...page().matchAll(/ srcset="([^"]*)"/gu)].flatMap(([, srcset = ""]) => srcset.split(", "));
  expect(candidates.length).toBeGreaterThan(2 * tags.length);
  for (const candidate of candidates) {
    const [href = "", descriptor] = candidate.split(" ");
    expect(`${(await sharp(publishedFile(href)).metadata()).width}w`, href).toBe(descriptor);
  }
  const widest = (name: string): number => Math.max(...tags.filter(({ src }) => src.includes(`/${name}-`)).map(({ width }) => width));
  expect([widest("small"), widest("between"), widest("large")]).toEqual([1, 601, 1600]);
});

test("a second build encodes nothing again, even where everything else is made anew", async () => {
  writeArticle(["a.jpg", "b.png"], { [`${home}/a.jpg`]: await quartered(700, 300).jpeg().toBuffer(), [`${home}/b.png`]: await quartered(90, 60).png().toBuffer() });
  await work.build();
  const before = mtimes();
  expect(Object.keys(before)).toHaveLength(8);
  const published = outputsOf("");
  await work.build({ fresh: true });
  expect(mtimes()).toEqual(before);
  expect(outputsOf("")).toEqual(published);
});

test("a picture that was cut short in the cache, or of which only a part was made, is made again", async () => {
  writeArticle(["cut.jpg"], { [`${home}/cut.jpg`]: await quartered(600, 400).jpeg().toBuffer() });
  await work.build();
  const published = outputsOf("cut-");
  const whole = published.map((file) => readFileSync(file, "latin1"));
  for (const damage of [(file: string) => truncateSync(file, 100), (file: string) => rmSync(file), (file: string) => writeFileSync(file, "{")]) {
    for (const file of cachedFiles()) damage(file);
    await work.build({ fresh: true });
    expect(published.map((file) => readFileSync(file, "latin1"))).toEqual(whole);
  }
});

test("a changed picture is encoded anew and has another name; the old file is gone from the site", async () => {
  writeArticle(["a.png"], { [`${home}/a.png`]: await quartered(90, 60).png().toBuffer() });
  await work.build();
  const before = outputsOf("");
  writeContent(work.content, { [`${home}/a.png`]: await quartered(80, 50).png().toBuffer() });
  await work.build();
  const after = outputsOf("");
  expect(after).toHaveLength(2);
  expect(after.filter((file) => before.includes(file))).toEqual([]);
});

test("a caption without a file prints that the image is not held, keeps its words, and has no img", async () => {
  writeContent(work.content, { [`${home}/a.md`]: "---\ntitle: A\ndate: 1987-03-02\nimages: [{ caption: The lost bridge, credit: Vano Shlamov/AFP }]\n---\nText.\n" });
  await work.build();
  expect(page()).toContain("Image not held");
  expect(page()).toContain("The lost bridge");
  expect(page()).toContain("Vano Shlamov/AFP");
  expect(page()).not.toMatch(/<(?:img|picture|source)\b/u);
  expect(page()).not.toContain("og:image");
});

// A broken portrait is thrown as a ContentError without a single problem: pictureProblem looks at articles only.
test("a portrait that cannot be read is refused with its record's line", async () => {
  writeContent(work.content, {
    "people.yaml": `otto-ahl:\n  name: Otto Ahl\n  portrait: ${home}/empty.png\n`,
    [`${home}/empty.png`]: "",
    [`${home}/a.md`]: "---\ntitle: A\ndate: 1987-03-02\npeople: [Otto Ahl]\n---\nText.\n",
  });
  expect(await refusal(checkContent(work.content, undefined))).toEqual([expect.objectContaining({ file: "people.yaml", line: 3 })]);
});

/** An article whose front matter shows pictures; the first stands in line 5. */
function writeArticle(pictures: readonly string[], files: Readonly<ContentFiles>): void {
  const images = pictures.map((name) => `  - { src: ${name}, alt: A picture }\n`).join("");
  writeContent(work.content, { ...files, [`${home}/a.md`]: `---\ntitle: A\ndate: 1987-03-02\nimages:\n${images}---\nText.\n` });
}

function outputsOf(prefix: string): readonly string[] {
  const folder = path.join(work.site, "images", home);
  return readdirSync(folder).filter((name) => name.startsWith(prefix)).sort().map((name) => path.join(folder, name));
}

function page(): string {
  return readFileSync(path.join(work.site, home, "a/index.html"), "utf8");
}

function imageTags(): readonly { readonly src: string; readonly width: number; readonly height: number }[] {
  return [...page().matchAll(/<img src="([^"]*)"[^>]* width="(\d+)" height="(\d+)"/gu)].map(([, src = "", width, height]) => ({ src, width: Number(width), height: Number(height) }));
}

function publishedFile(href: string): string {
  return path.join(work.site, href.slice(href.indexOf("/images/")));
}

function mtimes(): Readonly<Record<string, number>> {
  return Object.fromEntries(cachedFiles().map((file) => [file, statSync(file).mtimeMs]));
}

function cachedFiles(): readonly string[] {
  return readdirSync(cached, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

function bytesOf(files: Readonly<ContentFiles>, name: string): Buffer {
  return Buffer.from(files[`${home}/${name}`] ?? "");
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

async function refusal(work: Promise<unknown>): Promise<ContentError["problems"]> {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof ContentError)) throw error ?? new Error("nothing was refused");
  return error.problems;
}
