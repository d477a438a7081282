/** Thrown where a bag cannot be written to the folder that was named. */
export class BagError extends Error {
  override readonly name = "BagError";
}
