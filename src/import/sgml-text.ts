/** What one stretch of SGML says, and what could not be kept of it. */
export interface DecodedText {
  readonly text: string;
  /** How many control characters stood inside the text. */
  readonly controls: number;
  /** References whose meaning is unknown, kept as they stand: "&foo;". */
  readonly unknown: readonly string[];
}

/**
 * Decodes character references once ("&amp;lt;" is the text "&lt;") and drops control characters; tabs and line breaks
 * stay. The start and end marks of a transmission (STX, ETX) around the text are not counted as loss.
 */
export function decodeSgml(raw: string): DecodedText {
  const unknown: string[] = [];
  const decoded = raw
    .replace(/\r\n?/gu, "\n")
    .replace(/&(?:#(\d{1,7})|([A-Za-z][A-Za-z0-9]*));/gu, (reference: string, code: string | undefined, name: string | undefined) => {
      const text = code === undefined ? named.get(name ?? "") : characterOf(Number(code));
      if (text === undefined) unknown.push(reference);
      return text ?? reference;
    })
    .replace(/^[\s\u0002\u0003]+|[\s\u0002\u0003]+$/gu, (ends) => ends.replace(/[\u0002\u0003]/gu, ""));
  let controls = 0;
  const text = decoded.replace(controlCharacters, () => {
    controls++;
    return "";
  });
  return { text, controls, unknown };
}

const named = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);

// A terminal's control sequence goes as a whole (ECMA-48, 5.4): "A\u001B[B SHARE" is "A SHARE", not "A[B SHARE".
// "^M" at the end of a line is a carriage return that an older conversion had spelt out.
const controlCharacters = /\u001B\[[0-?]*[ -/]*[@-~]|\^M(?=\n|$)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;

function characterOf(code: number): string | undefined {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : undefined;
}
