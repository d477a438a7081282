import type { Correction } from "../model/article.ts";
import { formatDate } from "./date.ts";
import { html, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/** What was wrong in an article, for the place before its text: a reader should know before reading, and so should who quotes it. */
export function renderCorrections(corrections: readonly Correction[], strings: Strings, furniture?: Html): Html | undefined {
  if (corrections.length === 0) return undefined;
  return html`<div class="corrections">
${corrections.map(({ date, text }) => html`<p><strong${furniture}>${strings.article.correction(formatDate(date, strings))}</strong> ${text}</p>\n`)}</div>
`;
}
