import createMarkdownIt, { type Env, type MarkdownIt, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { firstMentions, mentionFinder, mentioning } from "./first-mentions.ts";
import { plainParagraphs } from "./plain-text.ts";
import type { Target } from "../model/body.ts";
import type { BodyBlock, Figure, Mentionable } from "../model/page.ts";

/**
 * The Markdown of an archive: CommonMark with tables and footnotes. No raw HTML; no guessing of links; no typographer,
 * which would turn the caption positions (C) and (R) into © and ®.
 */
export function createMarkdown(): MarkdownIt {
  return new createMarkdownIt("default", { html: false, linkify: false, typographer: false, maxNesting: 100 })
    .use(footnotes)
    .use(firstMentions)
    .use(scrollableBlocks);
}

// What is wider than the column scrolls inside itself, and the keyboard must reach it. Columns are aligned by class: a
// strict content security policy forbids style attributes.
function scrollableBlocks(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  for (const type of ["fence", "code_block"] as const) {
    const plain = rules[type];
    rules[type] = (...args) => (plain?.(...args) ?? "").replace("<pre>", '<pre tabindex="0">');
  }
  rules["table_open"] = (_tokens, _index, _options, environment) => {
    const name = environment === undefined ? undefined : tableNames.get(environment);
    return `<div class="table" role="group"${name === undefined ? "" : ` aria-label="${markdown.utils.escapeHtml(name)}"`} tabindex="0">\n<table>\n`;
  };
  rules["table_close"] = () => "</table>\n</div>\n";
  for (const type of ["th_open", "td_open"]) {
    rules[type] = (tokens, index, options, _environment, renderer) => {
      const token = tokens[index];
      const side = token === undefined ? undefined : /^text-align:(\w+)$/u.exec(attributeOf(token, "style"))?.[1];
      if (token !== undefined && side !== undefined) token.attrs = [["class", `align-${side}`]];
      return renderer.renderToken(tokens, index, options);
    };
  }
}

// What a table is called, by the environment it is rendered in.
const tableNames = new WeakMap<Env, string>();

const markdown = createMarkdown();

/** How a body finds its place on the site. */
export interface BodyLinks {
  /** What readers who cannot see it are told that a table is: a word of the interface. */
  readonly tableName: string;
  /** Href for a link's target as written: a web address, an anchor, a path to another article's file. */
  href(target: string): string;
  /** The figure for a picture's target: the id of an image of the front matter, or a file beside the article. */
  figure(target: string, alt: string, title: string | undefined): Figure;
}

/** Renders a body to blocks: a paragraph that is only a picture becomes a figure, all else is markup. */
export function renderBody(source: string, links: BodyLinks, mentionables: readonly Mentionable[]): readonly BodyBlock[] {
  const plain = plainParagraphs(source);
  if (plain !== undefined) return renderPlain(plain, mentionables);
  const environment = mentioning(mentionables);
  tableNames.set(environment, links.tableName);
  const tokens = markdown.parse(source, environment);
  const blocks: BodyBlock[] = [];
  let prose: Token[] = [];
  const flush = (): void => {
    if (prose.length > 0) blocks.push({ kind: "markup", markup: markdown.renderer.render(prose, markdown.options, environment) });
    prose = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const picture = token.level === 0 ? onlyPicture(tokens, i) : undefined;
    if (picture !== undefined) {
      flush();
      blocks.push({ kind: "figure", figure: links.figure(picture.target, picture.alt, picture.title) });
      i += 2;
      continue;
    }
    for (const child of token.children ?? []) rewrite(child, links);
    prose.push(token);
  }
  flush();
  return blocks;
}

// The same markup as the parser's, which a test compares.
function renderPlain(paragraphs: readonly string[], mentionables: readonly Mentionable[]): readonly BodyBlock[] {
  const { escapeHtml } = markdown.utils;
  const finder = mentionFinder(paragraphs.join("\n"), mentionables);
  const lines = paragraphs.map((paragraph) => {
    let markup = "";
    let end = 0;
    for (const mention of finder?.find(paragraph) ?? []) {
      const name = escapeHtml(paragraph.slice(mention.start, mention.end));
      markup += `${escapeHtml(paragraph.slice(end, mention.start))}<a href="${escapeHtml(mention.href)}" class="mention">${name}</a>`;
      end = mention.end;
    }
    return `<p>${markup}${escapeHtml(paragraph.slice(end))}</p>\n`;
  });
  return lines.length === 0 ? [] : [{ kind: "markup", markup: lines.join("") }];
}

/** Renders Markdown that has no pictures of its own: profiles, the about page. */
export function renderMarkdown(source: string, href: BodyLinks["href"], tableName: string): string {
  const environment = {};
  tableNames.set(environment, tableName);
  const tokens = markdown.parse(source, environment);
  for (const token of tokens) for (const child of token.children ?? []) rewriteLink(child, href);
  return markdown.renderer.render(tokens, markdown.options, environment);
}

/** The words of a Markdown text, a blank between blocks, without markup: what a search index reads. */
export function textOfMarkdown(source: string): string {
  const plain = plainParagraphs(source);
  if (plain !== undefined) return plain.join("\n");
  const pieces: string[] = [];
  for (const token of markdown.parse(source, {})) {
    if (token.type === "inline") pieces.push(textOfInline(token.children ?? []));
    else if (token.type === "fence" || token.type === "code_block") pieces.push(token.content.trim());
  }
  return pieces.filter((piece) => piece !== "").join("\n");
}

/** Where the links and pictures of a body lead, in order. */
export function findTargets(source: string): readonly Target[] {
  if (!mayHoldTargets.test(source)) return [];
  const targets: Target[] = [];
  let line = 0;
  for (const token of markdown.parse(source, {})) {
    line = token.map?.[0] ?? line;
    for (const child of token.children ?? []) {
      if (child.type === "link_open") targets.push({ kind: "link", target: decoded(attributeOf(child, "href")), line });
      if (child.type === "image") targets.push({ kind: "picture", target: decoded(attributeOf(child, "src")), line });
    }
  }
  return targets;
}

/** Lines below the first (0-based) of a body's first-level headings: a page has one, the title. */
export function findHeadlines(source: string): readonly number[] {
  if (!mayHoldHeadlines.test(source)) return [];
  return markdown.parse(source, {}).flatMap((token) => (token.type === "heading_open" && token.tag === "h1" ? [token.map?.[0] ?? 0] : []));
}

/** A heading that leaves out a level: `####` below `##`. Line below the body's first (0-based). */
export interface SkippedLevel {
  readonly line: number;
  readonly level: number;
  /** Of the heading before it; 1, the title, where there is none. */
  readonly below: number;
}

/** Headings more than one level below the one before them. */
export function findSkippedLevels(source: string): readonly SkippedLevel[] {
  if (!mayHoldSubheads.test(source)) return [];
  let below = 1;
  return markdown.parse(source, {}).flatMap((token) => {
    if (token.type !== "heading_open") return [];
    const level = Number(token.tag.slice(1));
    const skipped = level > below + 1 ? [{ line: token.map?.[0] ?? 0, level, below }] : [];
    below = level;
    return skipped;
  });
}

// Most bodies of a wire archive have no link at all, and reading Markdown is the dearest step of reading an article.
const mayHoldTargets = /\]\(|\]:|<[a-z]+:/iu;
const mayHoldHeadlines = /^ {0,3}#[ \t]|^ {0,3}=+[ \t]*$/mu;

// A heading can leave out a level only from the third down.
const mayHoldSubheads = /^[ >*+-]{0,8}#{3,6}(?:[ \t]|$)/mu;

interface InlinePicture {
  readonly target: string;
  readonly alt: string;
  readonly title: string | undefined;
}

// Three tokens: paragraph_open, inline with one image, paragraph_close.
function onlyPicture(tokens: readonly Token[], at: number): InlinePicture | undefined {
  if (tokens[at]?.type !== "paragraph_open") return undefined;
  const children = tokens[at + 1]?.children ?? [];
  const [only] = children;
  if (children.length !== 1 || only?.type !== "image") return undefined;
  return { target: decoded(attributeOf(only, "src")), alt: textOfInline(only.children ?? []), title: attributeOf(only, "title") || undefined };
}

function rewrite(token: Token, links: BodyLinks): void {
  rewriteLink(token, links.href);
  if (token.type !== "image") return;
  const { picture } = links.figure(decoded(attributeOf(token, "src")), textOfInline(token.children ?? []), attributeOf(token, "title") || undefined);
  const largest = picture?.formats.at(-1)?.files.at(-1);
  if (largest === undefined) return;
  token.attrSet("src", largest.href);
  token.attrSet("width", String(largest.width));
  token.attrSet("height", String(largest.height));
  token.attrSet("loading", "lazy");
}

function rewriteLink(token: Token, href: BodyLinks["href"]): void {
  // A first mention's link is finished already.
  if (token.type === "link_open" && token.attrGet("class") !== "mention") token.attrSet("href", href(decoded(attributeOf(token, "href"))));
}

function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

// markdown-it percent-encodes targets; files have their plain names.
function decoded(target: string): string {
  try {
    return hasScheme.test(target) ? target : decodeURI(target);
  } catch {
    return target;
  }
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/iu;

function textOfInline(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "text" || token.type === "code_inline") return token.content;
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      return token.type === "image" ? textOfInline(token.children ?? []) : "";
    })
    .join("");
}
