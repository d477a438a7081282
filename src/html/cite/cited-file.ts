import { remembered } from "../../model/remembered.ts";
import { escapeText } from "../html.ts";

/**
 * A file to copy and to download, in the making: its text, and what stands for it in a data address. What the format itself
 * says is encoded once for all files, and of the values only those that need it.
 */
export class CitedFile {
  /** Lines end with a line feed. */
  text = "";
  /** The text as the data of an address, to stand in an attribute. */
  data = "";
  readonly #encode: (text: string) => string;

  /** `lineEnd` is that of the file that is downloaded. */
  constructor(lineEnd: keyof typeof encoders) {
    this.#encode = encoders[lineEnd];
  }

  /** Adds what the format says: "  title = {". */
  says(words: string): this {
    this.text += words;
    this.data += this.#encode(words);
    return this;
  }

  /** Adds a value of the article. */
  holds(value: string): this {
    this.text += value;
    this.data += needsNoCode.test(value) ? value : encoded(value);
    return this;
  }
}

const encoders = {
  "\n": remembered(encoded),
  "\r\n": remembered((words) => encoded(words.replaceAll("\n", "\r\n"))),
} as const;

const needsNoCode = /^[\w!$()*+,./:;=?@~-]*$/u;

// What an address may hold stays readable, and compresses with the text above it.
function encoded(text: string): string {
  return escapeText(encodeURI(text.toWellFormed()).replaceAll("#", "%23"));
}
