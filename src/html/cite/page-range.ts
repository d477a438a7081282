/** Pages with a dash between the first and the last: "A1-A4" -> "A1–A4"; the page "B-1" stays. */
export function pageRange(page: string): string {
  return page.replace(/(?<=\d)-(?=[A-Z]?\d)/gu, "–");
}
