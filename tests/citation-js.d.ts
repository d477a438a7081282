/* What the tests use of Citation.js, beside its documented interface: how it cleans CSL-JSON. */

declare module "@citation-js/core/lib/plugins/input/csl.js" {
  /**
   * Takes items of CSL-JSON and returns them without what their schema does not know. With `bestGuessConversions: false` a
   * value of the wrong type is left out rather than mended.
   */
  export function clean(items: readonly unknown[], bestGuessConversions: boolean): readonly unknown[];
}

declare module "@citation-js/core" {
  /** A bibliography, read from any format that a plugin knows. Throws where it cannot be read. */
  export class Cite {
    constructor(text: string, options?: { readonly forceType?: string });
    /** Its entries as CSL-JSON. */
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
