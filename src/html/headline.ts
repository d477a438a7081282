/** From this many characters on a headline is set smaller: five lines at the full size would be a wall. */
const longHeadline = 110;

/** The class of a headline's element, or undefined for one of usual length. */
export function headlineClass(text: string): "headline-long" | undefined {
  return [...text].length >= longHeadline ? "headline-long" : undefined;
}
