import { describe, expect, test } from "vitest";
import { charsetOf, displayName, recognizeCharset } from "../../src/import/charset.ts";
import { decode } from "../../src/import/decode.ts";
import { findMojibake } from "../../src/import/mojibake.ts";
import { readTextLines } from "../../src/import/text-lines.ts";
import { encode } from "./encode.ts";

const french = "La fermeture du café : « nous n’irons pas », a-t-il dit.";
const english = "The mayor’s plan — “a bridge,” she said — costs £3 million.";
const spanish = "El señor Núñez habló mañana de la niñez.";
const german = "Die Brücke über die Förde ist für Züge gesperrt.";
const russian = "Мэр города сказал, что мост откроют в пятницу. Паром ушёл.";
const ukrainian = "Міський голова сказав, що міст відкриють у п’ятницю. Їхній пором пішов.";
const polish = "Pałac nad Wisłą został zamknięty, żeby uniknąć powodzi.";

describe("a character set is detected and its text comes out letter for letter", () => {
  test.each([
    ["French", french, "windows-1252", "windows-1252"],
    ["English typography", english, "windows-1252", "windows-1252"],
    ["Spanish", spanish, "windows-1252", "iso-8859-1"],
    ["German", german, "windows-1252", "iso-8859-1"],
    ["one accent in a long text", `${"The bridge is shut. ".repeat(500)}A café stays open.`, "windows-1252", "iso-8859-1"],
    ["Russian", russian, "windows-1251", "windows-1251"],
    ["Ukrainian", ukrainian, "windows-1251", "windows-1251"],
    ["Russian between English paragraphs", `The paper wrote:\n\n${russian}\n\nIt did not say more.`, "windows-1251", "windows-1251"],
    ["UTF-8", russian, "utf-8", "utf-8"],
    ["UTF-16 without a mark", english, "utf-16le", "utf-16le"],
    ["big-endian UTF-16 without a mark", english, "utf-16be", "utf-16be"],
  ])("%s", (_language, text, written, name) => {
    const bytes = encode(text, written);
    const { charset, fault } = recognizeCharset(bytes);
    expect(fault).toBeUndefined();
    expect(charset?.name).toBe(name);
    expect(decode(bytes, charset ?? { name: "" })).toBe(text);
  });
});

describe("what cannot be told is a fault that says where, and nothing is guessed", () => {
  test.each([
    ["Polish in ISO 8859-2", encode(polish, "iso-8859-2"), /byte 0xB3 at offset 2; say what it is with --charset/u],
    ["Russian in KOI8-R", encode(russian, "koi8-r"), /byte 0x\w\w at offset 0; it may be koi8-r; say so with --charset/u],
    ["Russian as DOS wrote it", encode(russian, "ibm866"), /say .* with --charset/u],
    ["UTF-8 and Latin-1 in one file", Buffer.concat([encode(french, "utf-8"), encode(french, "windows-1252")]), /^byte 0xE9 at offset \d+$/u],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /byte 0x00 at offset 8/u],
  ])("%s", (_what, bytes, detail) => {
    expect(recognizeCharset(bytes).fault?.detail).toMatch(detail);
  });
});

describe("what is declared holds, and a byte order mark before it", () => {
  test.each([
    ["latin1", encode(french, "windows-1252"), french],
    ["CP1251", encode(russian, "windows-1251"), russian],
    ["koi8-r", encode(russian, "koi8-r"), russian],
    ["UTF-16LE", encode(english, "utf-16le"), english],
    ["windows-1251", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), encode(french, "utf-8")]), french],
  ])("%s", (declared, bytes, text) => {
    expect(decode(bytes, recognizeCharset(bytes, declared).charset ?? { name: "" })).toBe(text);
  });

  test("a wrong declaration is a fault", () => {
    expect(recognizeCharset(encode(french, "windows-1252"), "utf-8").fault).toMatchObject({ reason: "is not UTF-8, which it says it is", detail: "byte 0xE9 at offset 19" });
    expect(recognizeCharset(Buffer.from("Fog"), "klingon").fault?.reason).toContain("klingon");
    expect(charsetOf("klingon")).toBeUndefined();
  });
});

test("a guess is noted with the lines that show it", () => {
  const read = readTextLines(encode(`Fog\n\n${french}`, "windows-1252"));
  expect(read).toMatchObject({ notes: [{ level: "guess", kind: "character set detected: Windows-1252", evidence: [{ line: 3, text: french }] }] });
});

test.each([["utf-16le", "UTF-16 (little endian)"], ["iso-8859-1", "Latin-1"], ["koi8-r", "KOI8-r"], ["windows-1251", "Windows-1251"]])("%s is called %s", (name, shown) => {
  expect(displayName({ name })).toBe(shown);
});

describe("text that was read in a wrong character set before is found, with what it may have been", () => {
  test.each([
    ["The cafÃ© of SeÃ±or NÃºÃ±ez", [["cafÃ©", "café"], ["SeÃ±or", "Señor"], ["NÃºÃ±ez", "Núñez"]]],
    ["He said â€œit wonâ€™t doâ€\u009d â€” and left", [["â€œit", "“it"], ["wonâ€™t", "won’t"], ["doâ€\u009d", "do”"], ["â€”", "—"]]],
    ["РџСЂРёРІРµС‚, he wrote", [["РџСЂРёРІРµС‚,", "Привет,"]]],
    ["Вот â€” and Ð¿Ð°Ñ€Ð¾Ð¼", [["â€”", "—"], ["Ð¿Ð°Ñ€Ð¾Ð¼", "паром"]]],
    ["a caf\uFFFD", [["caf\uFFFD", "caf\uFFFD"]]],
  ])("%s", (text, expected) => {
    expect(findMojibake(text).map(({ found, meant }) => [found, meant])).toEqual(expected);
  });

  test.each([french, english, spanish, german, russian, ukrainian, polish, "NÃO É", "Âge tendre, À « Paris »", "Р“С", "“ÀÉ”", "日本語 – 日曜"])("and %s is left in peace", (text) => {
    expect(findMojibake(text)).toEqual([]);
  });
});
