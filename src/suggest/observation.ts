import type { Article } from "../model/article.ts";
import { textOf } from "./article-text.ts";
import { capitalsOf } from "./capitals.ts";
import { findKnownPeople, type KnownPeople, type PersonMentions } from "./known-people.ts";
import { findKnownPlaces, type KnownPlaces, type PlaceMention } from "./known-places.ts";
import { wordCues } from "./place-cues.ts";

/** What an article's text has of known names and of words that may mean a place. Reading it is the dearest step; it is done once. */
export interface Observation {
  readonly people: readonly PersonMentions[];
  readonly places: readonly PlaceMention[];
  /** Capitalised words of title and lead, alone and in pairs. */
  readonly words: readonly string[];
}

/** Reads the text of an article. */
export function observe(article: Article, people: KnownPeople, places: KnownPlaces): Observation {
  const articleText = textOf(article);
  const capitals = capitalsOf(articleText);
  return { people: findKnownPeople(people, articleText, capitals), places: findKnownPlaces(places, articleText, capitals), words: wordCues(articleText, capitals) };
}

/** Where one of an observation's words stands first; looked for only where the word means something. */
export function findWord(article: Article, word: string): { readonly at: number; readonly words: string } {
  const articleText = textOf(article);
  const capitals = capitalsOf(articleText);
  const at = capitals.findIndex((capital, i) => capital.folded === word || (capitals[i + 1]?.joined === true && `${capital.folded} ${capitals[i + 1]?.folded ?? ""}` === word));
  const first = capitals[at];
  const last = first?.folded === word ? first : capitals[at + 1];
  return first === undefined || last === undefined ? { at: 0, words: word } : { at: first.at, words: articleText.text.slice(first.at, last.end) };
}

