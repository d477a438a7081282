/** Thrown where `backfile suggest` is asked for what cannot be: a file that is no article. */
export class SuggestError extends Error {
  override readonly name = "SuggestError";
}
