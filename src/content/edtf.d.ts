declare module "edtf" {
  /** What the grammar reads; months count from 0, `unspecified` is a bit mask over YYYYMMDD. */
  interface EdtfDate {
    readonly type: "Date" | "Year" | "Season" | "Interval" | "Set" | "List" | "Decade" | "Century";
    readonly level: number;
    readonly values: readonly unknown[];
  }
  /** Throws an Error on text that is not EDTF. */
  export function parse(text: string, constraints?: { readonly level?: number }): EdtfDate;
}
