/* What the tests use of Citation.js, beside its documented interface: how it cleans CSL-JSON. */

declare module "@citation-js/core/lib/plugins/input/csl.js" {
  /**
   * Takes items of CSL-JSON and returns them without what their schema does not know. With `bestGuessConversions: false` a
   * value of the wrong type is left out rather than mended.
   */
  export function clean(items: readonly unknown[], bestGuessConversions: boolean): readonly unknown[];
}
