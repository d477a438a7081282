/** The forms that articles are given in: JSON Lines, CSV, CSL-JSON. */
export const dataFormats = ["jsonl", "csv", "csl"] as const;
export type DataFormat = (typeof dataFormats)[number];
