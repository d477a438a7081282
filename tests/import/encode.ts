/** Bytes of a text in a character set of the Encoding Standard; throws where it has no such sign. */
export function encode(text: string, charset: string): Buffer {
  if (charset === "utf-8") return Buffer.from(text);
  if (charset === "utf-16le") return Buffer.from(text, "utf16le");
  if (charset === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const upper = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i);
  // Node reads Windows-1252 as Latin-1.
  const signs = charset === "windows-1252" ? `€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ${Buffer.from(upper.subarray(32)).toString("latin1")}` : new TextDecoder(charset).decode(upper);
  const bytes = new Map([...signs].map((sign, i) => [sign, 0x80 + i]));
  return Buffer.from([...text].map((sign) => {
    const code = sign.charCodeAt(0);
    const byte = code < 0x80 ? code : bytes.get(sign);
    if (byte === undefined) throw new Error(`${charset} has no ${sign}`);
    return byte;
  }));
}
