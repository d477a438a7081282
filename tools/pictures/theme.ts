/** Paper and ink of the drawings: the archive's own palette, so that a picture sits on the page like the text. */
export const theme = {
  paper: "#fbf9f4",
  ink: "#1c1a17",
  accent: "#8a1c1c",
  /** Accent thinned with paper, for areas. */
  blush: "#d9a79d",
  land: "#e4ded0",
  coast: "#8f8778",
  /** Between paper and land, for letters that lie across both. */
  halo: "#f1ecdf",
  hairline: "#cfc8b9",
  muted: "#6b6459",
} as const;

/** Size of a picture in pixels. */
export type Size = { readonly width: number; readonly height: number };

export const landscape: Size = { width: 1600, height: 1000 };
export const portrait: Size = { width: 1200, height: 1500 };
