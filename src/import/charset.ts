import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";

/** The character set a text is written in, and how that is known. */
export interface Charset {
  /** As the Encoding Standard calls it, "windows-1252"; "iso-8859-1" where the file has none of the signs by which the two differ. */
  readonly name: string;
  /** `mark`: a byte order mark; `declared`: the file or the command says so; `valid`: nothing but UTF-8 reads so; `detected`: a guess. */
  readonly by: "mark" | "declared" | "valid" | "detected";
  /** What a guess rests on: "lone bytes above 0x7F between Latin letters, 14 words". */
  readonly because?: string;
}

/** Why bytes cannot be read as text. */
export interface CharsetFault {
  readonly reason: string;
  readonly detail: string;
  /** Of the byte at which it shows. */
  readonly offset: number;
}

export type RecognizedCharset =
  | { readonly charset: Charset; readonly fault?: never }
  | { readonly fault: CharsetFault; readonly charset?: never };

/**
 * Recognizes the character set of a text: a byte order mark, then what was declared, then UTF-8 where every byte fits it,
 * then UTF-16 by its zeros, then Windows-1251 or Windows-1252 (Latin-1) by where the bytes above 0x7F stand. What fits
 * none of these is a fault and not guessed at, so that no text is written in wrong letters unseen.
 */
export function recognizeCharset(bytes: Buffer, declared?: string): RecognizedCharset {
  const mark = marks.find(({ hex }) => bytes.subarray(0, 3).toString("hex").startsWith(hex));
  if (mark) return checked(bytes, { name: mark.name, by: "mark" });
  if (declared !== undefined) {
    const name = charsetOf(declared);
    if (name === undefined) return faultAt(bytes, 0, `is said to be ${declared}, a character set that is not known here`, "use --charset");
    return checked(bytes, { name, by: "declared" });
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const name = zerosOfUtf16(bytes);
    if (name === undefined) return faultAt(bytes, zero, "holds NUL bytes: no text");
    return checked(bytes, { name, by: "detected", because: "every second byte is zero" });
  }
  if (isUtf8(bytes)) return { charset: { name: "utf-8", by: "valid" } };
  return detectSingleByte(bytes);
}

/** The Encoding Standard's name of a label such as "Latin1" or "CP1252"; undefined for one that is not known. */
export function charsetOf(label: string): string | undefined {
  const bare = label.trim().toLowerCase().replace(/^cp-?(?=125\d$)/u, "windows-");
  // The Encoding Standard reads Latin-1 and ASCII as Windows-1252, which adds signs where they have control characters.
  try {
    return new TextDecoder(bare).encoding;
  } catch {
    return undefined;
  }
}

/** "Windows-1252", for messages. */
export function displayName({ name }: Pick<Charset, "name">): string {
  return name === "iso-8859-1" ? "Latin-1" : name.replace(/^windows/u, "Windows").replace(/^(?:utf|iso|koi)/u, (letters) => letters.toUpperCase()).replace(/le$/u, " (little endian)").replace(/be$/u, " (big endian)");
}

const marks = [
  { hex: "efbbbf", name: "utf-8" },
  { hex: "fffe", name: "utf-16le" },
  { hex: "feff", name: "utf-16be" },
] as const;

function checked(bytes: Buffer, charset: Charset): RecognizedCharset {
  if (charset.name === "utf-8" && !isUtf8(bytes)) return faultAt(bytes, findBadByte(bytes) ?? 0, "is not UTF-8, which it says it is");
  if (charset.name.startsWith("utf-16") && bytes.length % 2 === 1) return faultAt(bytes, bytes.length - 1, "is UTF-16 and ends inside a character");
  return { charset };
}

// Latin letters in UTF-16 have a zero in every second byte. Half of the places suffice: text has other letters too.
function zerosOfUtf16(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(1, sample.length / 4);
  if (odd >= enough && even === 0) return "utf-16le";
  return even >= enough && odd === 0 ? "utf-16be" : undefined;
}

const sampleSize = 65_536;

function detectSingleByte(bytes: Buffer): RecognizedCharset {
  const bad = findBadByte(bytes) ?? 0;
  const notUtf8 = (hint: string): RecognizedCharset => faultAt(bytes, bad, "is not UTF-8", hint);
  if ((bytes[bad] ?? 0) >= 0xc2 && bad + sequenceLength(bytes[bad] ?? 0) > bytes.length) return notUtf8("");
  // Characters that only UTF-8 has, beside bytes that it has not: a damaged file or two files glued together.
  if (isMixed(bytes.subarray(0, bad + detectionSize))) return notUtf8("");
  const sample = bytes.subarray(Math.max(0, bad - 64), bad + detectionSize).toString("latin1");
  const words = countWords(sample);
  if (words.cyrillic >= fewestCyrillic && words.cyrillic > 4 * words.latin) {
    const guess = likeliest(bytes, bad);
    if (guess === undefined || guess === "windows-1251") return { charset: { name: "windows-1251", by: "detected", because: `words of bytes above 0x7F alone, as Cyrillic has them in Windows-1251: ${String(words.cyrillic)}` } };
    return notUtf8(`it may be ${guess}; say so with --charset`);
  }
  if (words.latin > 0 && words.latin >= words.cyrillic && !unlikelyLatin.test(sample)) {
    const name = /[\u0080-\u009F]/u.test(bytes.toString("latin1")) ? "windows-1252" : "iso-8859-1";
    return { charset: { name, by: "detected", because: `bytes above 0x7F where Latin letters with accents or typographic signs stand: ${String(words.latin)}` } };
  }
  return notUtf8("say what it is with --charset");
}

/** How much text after the first byte that is no UTF-8 is looked at. */
const detectionSize = 1_048_576;

/** Two words of Cyrillic could be a name in another character set. */
const fewestCyrillic = 3;

interface WordCounts {
  /** Runs of three or more letters, none of them ASCII. */
  readonly cyrillic: number;
  /** Letters above 0x7F in one word with ASCII letters, and quotation marks, dashes and currency signs around such words. */
  readonly latin: number;
}

function countWords(latin1: string): WordCounts {
  const cyrillic = latin1.match(/(?<![A-Za-z\u00C0-\u00FF])[\u00A8\u00B8\u00C0-\u00FF]{3,}(?![A-Za-z\u00C0-\u00FF])/gu)?.length ?? 0;
  const latin = latin1.match(/[A-Za-z][\u008A\u008C\u008E\u0092\u009A\u009C\u009E\u009F\u00C0-\u00FF]|[\u008A\u008C\u008E\u0091\u0093\u009A\u009C\u009E\u00C0-\u00FF][A-Za-z]|(?<=[\s(])[\u00A3\u00A7\u00A9\u0080\u0096\u0097](?=[\s\d])|(?<=[\w.,!?])[\u0094\u0085]|[A-Za-z\d]\u00B0/gu)?.length ?? 0;
  return { cyrillic, latin };
}

// In a word of Latin letters a sign such as "\u00B3" is none of Windows-1252's: "Pa\xB3ac" is Polish in ISO 8859-2. Five bytes
// mean nothing in it at all.
const unlikelyLatin = /[A-Za-z][\u00A1-\u00A9\u00AC\u00AE-\u00B6\u00B8\u00B9\u00BB-\u00BF][A-Za-z]|[\u0081\u008D\u008F\u0090\u009D]/u;

// Cyrillic words can be written in several character sets, and so can Greek, Hebrew and all of East Asia.
function likeliest(bytes: Buffer, bad: number): string | undefined {
  const [best] = analyse(bytes.subarray(bad, bad + sampleSize));
  return best === undefined || best.confidence < surest ? undefined : best.name.toLowerCase();
}

/** Below this, in percent, chardet's first answer is as good as its second. */
const surest = 10;

// Bytes of another character set are sequences of UTF-8 by accident only: "\u041C\u0456" in Windows-1251 is CC B3.
function isMixed(bytes: Buffer): boolean {
  let [sequences, stray] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const fits = (bytes[at] ?? 0) < 0x80 || isUtf8(bytes.subarray(at, at + length));
    if (!fits) stray++;
    else if (length > 1) sequences++;
    at += fits ? length : 1;
  }
  return sequences > stray / 4;
}

function faultAt(bytes: Buffer, offset: number, reason: string, hint = ""): RecognizedCharset {
  const byte = `byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0")} at offset ${String(offset)}`;
  return { fault: { reason, detail: hint === "" ? byte : `${byte}; ${hint}`, offset } };
}

/** Where the first sequence begins that is not UTF-8: in "caf\xE9 au" the E9, although only the blank after it gives it away. */
function findBadByte(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return undefined;
}

// RFC 3629, section 4.
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
