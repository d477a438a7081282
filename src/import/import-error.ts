/** The import cannot start or go on; the message is for the person who typed the command. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
