import type { Settings } from "../../model/settings.ts";
import { counted } from "../counted.ts";
import type { LeftOut } from "./bag-content.ts";

export interface BagFacts {
  readonly settings: Pick<Settings, "title" | "description">;
  readonly url: string;
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  /** See `siteDigest`. */
  readonly digest: string;
  readonly leftOut: LeftOut;
  /** Backfile's. */
  readonly version: string;
}

/**
 * The text of bag-info.txt (RFC 8493 2.2.2). There is no Bagging-Date: the same content gives the same bag, and whoever hands it
 * over knows the day.
 */
export function bagInfo({ settings: { title, description }, url, articles, files, bytes, digest, leftOut, version }: BagFacts): string {
  const elements: readonly (readonly [label: string, value: string])[] = [
    ["Bag-Software-Agent", `Backfile ${version}`],
    ["External-Identifier", url],
    ["External-Description", description === undefined ? title : `${title}: ${description}`],
    ["Internal-Sender-Description", "A news archive: in data/content the articles, records and pictures it is made of, in data/site the finished site."],
    ["Payload-Oxum", `${bytes}.${files}`],
    ["Articles", String(articles)],
    ["Site-Digest", `sha256 ${digest}`],
    ...leftOutLines(leftOut).map((line) => ["Left-Out", line] as const),
  ];
  return elements.map(([label, value]) => `${folded(`${label}: ${value.replace(/\s+/gu, " ").trim()}`)}\n`).join("");
}

/** What stays out of a bag and why, a sentence for each reason; that nothing does, where nothing does. */
export function leftOutLines({ withdrawn, embargoed, drafts, withheldArticles, withheldRecords, withheldFiles, unusedFiles }: LeftOut): readonly string[] {
  const reasons: readonly (readonly [count: number, sentence: string])[] = [
    [withdrawn, `${counted(withdrawn, "article")} withdrawn; the site says where and why`],
    [embargoed, `${counted(embargoed, "article")} under embargo`],
    [drafts, `${counted(drafts, "draft")} not published`],
    [withheldRecords, `${counted(withheldRecords, "record")} of names that are withheld`],
    [withheldArticles, `${counted(withheldArticles, "source file")} of articles with a name that is withheld; the pages are in the site, without the name`],
    [withheldFiles, `${counted(withheldFiles, "other file")} with a name that is withheld`],
    [unusedFiles, `${counted(unusedFiles, "file")} of the content folder that nothing on the site shows`],
  ];
  const told = reasons.flatMap(([count, sentence]) => (count === 0 ? [] : [sentence]));
  return told.length === 0 ? ["nothing"] : told;
}

/** RFC 8493 2.2.2: no line should be longer; the next one then begins with white space. */
const longestLine = 79;

function folded(element: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of element.split(" ")) {
    // A label and its value stand in one line.
    if (line !== "" && [...`${line} ${word}`].length > longestLine && !line.endsWith(":")) {
      lines.push(line);
      line = ` ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
