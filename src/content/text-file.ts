import { readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../model/content-error.ts";
import { decodeText } from "./decode-text.ts";
import { fileMark } from "./file-mark.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** A file of text: an article or a YAML file. */
export interface TextFile {
  /** Path inside the content folder, with "/" between parts. */
  readonly file: string;
  /** Its text, or why it has none. Throws Error where it is read only now and the file has changed since the folder was read. */
  readonly text: string | Problem;
  /** Of its bytes. */
  readonly fingerprint: string;
  /** See `fileMark`. */
  readonly mark: string | undefined;
  /** Lets go of the text, where it can be read again when asked for. */
  letGo?(): void;
}

/** A text that is read when it is asked for: not at all where nobody does, and once more where it was let go. */
export class FileText implements TextFile {
  readonly file: string;
  readonly fingerprint: string;
  readonly mark: string | undefined;
  readonly #folder: string;
  #held: string | Problem | undefined;

  /** `held` is the text where it has been read already. */
  constructor(folder: string, file: string, { fingerprint, mark }: Pick<TextFile, "fingerprint" | "mark">, held?: string | Problem) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.mark = mark;
    this.#folder = folder;
    this.#held = held;
  }

  get text(): string | Problem {
    if (this.#held !== undefined) return this.#held;
    const { text, fingerprint } = readTextFile(this.#folder, this.file);
    if (fingerprint !== this.fingerprint) throw new Error(`${this.file} was changed during the build; build again`);
    return text;
  }

  letGo(): void {
    this.#held = undefined;
  }
}

/** Reads a text file of a content folder; what is wrong with it comes back in the place of its text. */
export function readTextFile(folder: string, file: string): TextFile {
  try {
    // Before its bytes: a change in between makes a mark that no longer fits.
    const mark = fileMark(folder, file);
    const bytes = readFileSync(path.join(folder, file));
    return { file, text: decodeText(file, bytes), fingerprint: fingerprintOf(bytes), mark };
  } catch (error) {
    // No permission, a name that is not UTF-8, a file removed since the folder was listed: one file must not hide the others.
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const text = { file, line: undefined, column: undefined, message: `the file cannot be read (${reason})`, fix: "check its name and who may read it" };
    return { file, text, fingerprint: reason, mark: undefined };
  }
}
