import { parseArticle } from "../content/parse-article.ts";
import type { ArticleDraft, DraftName, ImportedRecord, Note } from "./draft.ts";
import { renderArticleFile } from "./front-matter.ts";
import { findMojibake } from "./mojibake.ts";

/**
 * What every draft goes through, whatever its format: words in a wrong character set are reported, and a draft whose file
 * would not be a valid article is refused, so that an import never makes an archive that cannot be built.
 */
export function finishDraft(draft: ArticleDraft, importer: string): ImportedRecord {
  // What is known of such an image is its address, and a note has that.
  const images = draft.images?.filter(({ src, file, id, caption, credit }) => [src, file, id, caption, credit].some((known) => known !== undefined));
  const finished = { ...draft, images, notes: [...draft.notes, ...mojibakeNotes(draft)] };
  const [problem] = parseArticle(draft.path, renderArticleFile(finished, importer)).problems ?? [];
  if (problem === undefined) return finished;
  const { file, id } = draft.sourceRecord;
  return { kind: "skipped", file, id, line: 1, reason: "would not be a valid article", detail: problem.message, broken: true };
}

function mojibakeNotes(draft: ArticleDraft): readonly Note[] {
  const text = [draft.title, draft.dek, draft.dateline, ...[...draft.byline, ...draft.people, ...draft.places].map(nameOf), ...(draft.images ?? []).flatMap(({ caption, credit }) => [caption, credit]), draft.body];
  const words = findMojibake(text.filter((part) => part !== undefined).join("\n"));
  if (words.length === 0) return [];
  const shown = words.slice(0, shownWords).map(({ found, meant }) => (found === meant ? `"${found}" (a letter was lost)` : `"${found}" (perhaps "${meant}")`));
  const more = words.length > shownWords ? ` and ${String(words.length - shownWords)} more` : "";
  return [{ level: "warning", kind: "mojibake: text read in a wrong character set before", text: `kept as it stands: ${shown.join(", ")}${more}` }];
}

/** How many words a warning quotes. */
const shownWords = 5;

function nameOf(name: string | DraftName): string {
  return typeof name === "string" ? name : name.name;
}
