import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addressOfFile } from "../content/address.ts";
import { nameFromTitle, suggestPath } from "./draft.ts";
import { renderScalar } from "./front-matter.ts";

export interface NewArticle {
  /** The content folder; it is made where it does not exist. */
  readonly content: string;
  readonly title: string;
  /** A date as the article model takes it. */
  readonly date: string;
}

/** Where a new article stands. */
export interface WrittenArticle {
  /** Path inside the content folder. */
  readonly file: string;
  readonly address: string;
  /** The path it would have, where another article has it. */
  readonly taken: string | undefined;
}

/**
 * Writes the file of an article that is still to be written: a draft, so that no build publishes it unfinished, with the
 * commonest keys as comments. A file that is there is left alone; the new one then gets a number, "fire-2.md".
 */
export function writeNewArticle({ content, title, date }: NewArticle): WrittenArticle {
  const wanted = suggestPath(date, nameFromTitle(title, "article"));
  let file = wanted;
  for (let number = 2; existsSync(path.join(content, file)); number++) file = wanted.replace(/\.md$/u, `-${String(number)}.md`);
  const place = path.join(content, file);
  mkdirSync(path.dirname(place), { recursive: true });
  // "wx": never over a file that has come in between.
  writeFileSync(place, scaffold(title, date), { flag: "wx" });
  return { file, address: addressOfFile(file), taken: file === wanted ? undefined : wanted };
}

function scaffold(title: string, date: string): string {
  return `---
title: ${renderScalar(title)}
date: ${date}
status: draft # take this line out to publish the article
# dek: One sentence below the headline
# byline: A Name
# dateline: LONDON, March 2
# people: [Ada Lovelace]
# places: [London]
---

`;
}
