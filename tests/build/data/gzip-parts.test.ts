import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinCrc } from "../../../src/build/data/crc.ts";
import { compressPart, joinParts } from "../../../src/build/data/gzip-parts.ts";
import { crc32 } from "node:zlib";

test("parts that were compressed apart are one gzip file, of one member, in any order and number", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.string().map((text) => text.repeat(400)))), async (texts) => {
      const file = joinParts(await Promise.all(texts.map(compressPart)));
      expect(gunzipSync(file).toString()).toBe(texts.join(""));
      // Browsers stop with an error where something follows the first member.
      const stream = new Blob([Buffer.from(file)]).stream().pipeThrough(new DecompressionStream("gzip"));
      expect(await new Response(stream).text()).toBe(texts.join(""));
    }),
    { numRuns: 60 },
  );
});

test("the checksum of two texts is that of their checksums", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }), (a, b) => {
      expect(joinCrc(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
    }),
  );
  const [a, b] = [Buffer.alloc(70_001, "a"), Buffer.alloc(5_000_003, "b")];
  expect(joinCrc(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
});

test("the file says neither when nor where it was made", async () => {
  const file = joinParts([await compressPart("text")]);
  expect([...file.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
});
