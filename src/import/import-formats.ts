/** The formats that can be imported. */
export const importFormats = ["sgml", "text", "nitf", "newsml", "ninjs", "wxr", "ghost", "html", "csv", "jsonl"] as const;
export type ImportFormat = (typeof importFormats)[number];
