import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import type { Mentionable } from "../model/page.ts";
import { namePattern } from "../model/name-pattern.ts";

// Which mentions each text wants, by the environment it is parsed in.
const wanted = new WeakMap<Env, readonly Mentionable[]>();

/** An environment for `parse` in which the first mentions of these subjects become links. */
export function mentioning(mentionables: readonly Mentionable[]): Env {
  const environment: Env = {};
  wanted.set(environment, mentionables);
  return environment;
}

/**
 * A markdown-it plugin: in a text, the first mention of each subject becomes a link to its page. Whole words only, any
 * spelling, a line break counting as a blank; never in a heading, a link or code. "Lavrov's" links "Lavrov".
 */
export function firstMentions(markdown: MarkdownIt): void {
  markdown.core.ruler.push("first_mentions", (state) => {
    const finder = mentionFinder(state.src, wanted.get(state.env) ?? []);
    if (finder === undefined) return;
    let inHeading = false;
    for (const token of state.tokens) {
      if (token.type === "heading_open" || token.type === "heading_close") inHeading = token.type === "heading_open";
      if (token.type === "inline" && token.children !== null && !inHeading) token.children = linkMentions(state, token.children, finder);
    }
  });
}

/** Finds the first mention of each subject over the parts of a text, one part after another; undefined where there can be none. */
export function mentionFinder(text: string, mentionables: readonly Mentionable[]): MentionFinder | undefined {
  const spelled = spelledIn(text, mentionables);
  return spelled.length === 0 ? undefined : new MentionFinder(spelled);
}

/**
 * The subjects of which some spelling can be in a text at all, with those spellings. Searching for a word is far cheaper
 * than compiling a pattern (measured: 2.4 of 5 s for 19,000 wire stories, whose tags are mostly codes never printed).
 */
function spelledIn(text: string, mentionables: readonly Mentionable[]): readonly Mentionable[] {
  if (/\p{M}/u.test(text)) return mentionables;
  return mentionables
    .map(({ href, spellings }) => ({ href, spellings: spellings.filter((spelling) => text.includes(firstWordOf(spelling))) }))
    .filter(({ spellings }) => spellings.length > 0);
}

// Up to the first sign that may be written in two ways: "O'Neill" is looked for as "O", "AT&T" (in Markdown "AT\&T") as "AT".
function firstWordOf(spelling: string): string {
  return /^[\p{L}\p{N}]*/u.exec(spelling.trim().normalize("NFC"))?.[0] ?? "";
}

/** Where a mention stands in a text, and where it leads. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Finds each subject once over all the texts it is shown. */
class MentionFinder {
  readonly #pattern: RegExp;
  readonly #hrefs: ReadonlyMap<string, string>;
  readonly #linked = new Set<string>();

  constructor(mentionables: readonly Mentionable[]) {
    const hrefs = new Map<string, string>();
    for (const { href, spellings } of mentionables) for (const spelling of spellings) if (!hrefs.has(keyOf(spelling))) hrefs.set(keyOf(spelling), href);
    this.#hrefs = hrefs;
    // The longest spelling first, so that "New York City" is not taken for "New York".
    this.#pattern = namePattern([...hrefs.keys()], "gu");
  }

  find(text: string): readonly Mention[] {
    const found: Mention[] = [];
    for (const match of text.matchAll(this.#pattern)) {
      const href = this.#hrefs.get(keyOf(match[0]));
      if (href === undefined || this.#linked.has(href)) continue;
      this.#linked.add(href);
      found.push({ start: match.index, end: match.index + match[0].length, href });
    }
    return found;
  }
}

// One form for a name as written in a record and as found in a text.
function keyOf(name: string): string {
  return name.trim().normalize("NFC").replace(/[\s*_]+/gu, " ").replaceAll("’", "'");
}

function linkMentions(state: StateCore, children: readonly Token[], finder: MentionFinder): Token[] {
  const result: Token[] = [];
  let run: Token[] = [];
  let depth = 0;
  const flush = (): void => {
    result.push(...linkRun(state, run, finder));
    run = [];
  };
  for (const token of children) {
    if (depth === 0 && (token.type === "text" || isBreak(token))) {
      run.push(token);
      continue;
    }
    flush();
    if (token.type === "link_open") depth++;
    if (token.type === "link_close") depth--;
    result.push(token);
  }
  flush();
  return result;
}

// A name goes on in the next line, whether its line was broken by the editor's window or on purpose.
function isBreak({ type }: Token): boolean {
  return type === "softbreak" || type === "hardbreak";
}

// A run is text and line breaks without markup between them: "in New", break, "York on Monday".
function linkRun(state: StateCore, run: readonly Token[], finder: MentionFinder): readonly Token[] {
  if (run.length === 0) return run;
  const found = finder.find(run.map((token) => (token.type === "text" ? token.content : "\n")).join(""));
  if (found.length === 0) return run;
  const result: Token[] = [];
  let offset = 0;
  for (const token of run) {
    const length = token.type === "text" ? token.content.length : 1;
    const cuts = [offset, ...found.flatMap(({ start, end }) => [start, end]).filter((at) => at > offset && at < offset + length), offset + length];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [from = 0, to = 0] = [cuts[i], cuts[i + 1]];
      const starts = found.find(({ start }) => start === from);
      if (starts) result.push(linkToken(state, "link_open", 1, starts.href));
      result.push(token.type === "text" ? textToken(state, token.content.slice(from - offset, to - offset)) : token);
      if (found.some(({ end }) => end === to)) result.push(linkToken(state, "link_close", -1, undefined));
    }
    offset += length;
  }
  return result;
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

function linkToken(state: StateCore, type: "link_open" | "link_close", nesting: 1 | -1, href: string | undefined): Token {
  const token = new state.Token(type, "a", nesting);
  if (href !== undefined) token.attrs = [["href", href], ["class", "mention"]];
  return token;
}
