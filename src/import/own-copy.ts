/**
 * Gives a text memory of its own. V8 keeps a part of a string as a view of the whole: ten letters kept of a megabyte that was
 * read from a file keep the megabyte.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
