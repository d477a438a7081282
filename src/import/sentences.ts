/** A place in a text where a sentence may begin. */
export interface SentenceStart {
  readonly at: number;
  /**
   * `sure`: after a full stop that can be nothing else. `perhaps`: after an abbreviation that may also end a sentence,
   * as in "in Washington, D.C. Ann Lee/Reuters". After "Jan.", "St." or "J." nothing ends.
   */
  readonly certainty: "sure" | "perhaps";
}

/** Where sentences may begin, behind the first, in order. English abbreviations are known. */
export function findSentenceStarts(text: string): readonly SentenceStart[] {
  const starts: SentenceStart[] = [];
  for (const match of text.matchAll(boundary)) {
    const at = match.index + match[0].length;
    const certainty = certaintyOf(wordBefore(text, match.index), match[0]);
    if (certainty !== undefined) starts.push({ at, certainty });
  }
  return starts;
}

/** Cuts a text into its sentences, without the blanks between them. */
export function splitSentences(text: string): readonly string[] {
  const starts = findSentenceStarts(text).filter(({ certainty }) => certainty === "sure").map(({ at }) => at);
  return [0, ...starts].map((at, i) => text.slice(at, starts[i]).trim());
}

/** True where a text ends as a sentence does, a quotation mark or bracket behind the full stop or not. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।]["'”’»)\]」』]*$/u.test(text);
}

// A full stop, what closes behind it, blanks, and something that can begin a sentence: "it rained.” He", "2017. Ann".
const boundary = /[.!?…]["'”’»)\]]*\s+(?=["'“‘«([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}@])/gu;

function certaintyOf(word: string, mark: string): SentenceStart["certainty"] | undefined {
  // "?" and ".”" end a sentence whatever stands before.
  if (!/^\.\s/u.test(mark)) return "sure";
  // "J. Scott", "U.S. Secretary", "a.m. Tuesday": letters with full stops between them.
  if (/^\p{L}$/u.test(word)) return undefined;
  if (/^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word)) return "perhaps";
  if (neverLast.has(word)) return undefined;
  return mayBeLast.has(word) ? "perhaps" : "sure";
}

// The word a full stop belongs to: "Jan" before "Jan.", "U.S" before "U.S."; slashes and brackets begin a word too.
function wordBefore(text: string, end: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, end - longestWord), end))?.[0].replace(/^\.+/u, "") ?? "";
}

const longestWord = 40;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

// Months and titles stand before what they belong to: "Jan. 21", "Sen. Ann Lee".
const neverLast = words(
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Mrs Ms Mx Dr Prof St Ste Mt Ft Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Gov Pres Rev Fr Hon Msgr Supt Det Insp Amb No Nos vs v cf p pp vol ed al approx",
);
// As AP abbreviates them; each can end a sentence.
const mayBeLast = words(
  "Jr Sr Inc Corp Co Cos Ltd Bros Univ Dept Ave Blvd Rd etc Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que",
);
