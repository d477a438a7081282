import path from "node:path/posix";
import type { Article } from "../model/article.ts";
import type { Target } from "../model/body.ts";
import type { Problem } from "../model/content-error.ts";
import { excerptOf } from "./excerpt.ts";
import { imagePath, isRemote } from "./image-path.ts";
import { pictureTrouble } from "./picture-trouble.ts";

/** What the links and pictures of a text may lead to. */
export interface BodyNeighbours {
  /** All files of the content folder. */
  readonly files: ReadonlySet<string>;
  /** Files of articles that have no page: drafts, and what is embargoed. */
  readonly unpublished: ReadonlySet<string>;
}

/** Dead links, missing pictures and a second headline in an article's text. */
export function bodyProblems(article: Article, neighbours: BodyNeighbours): readonly Problem[] {
  const { targets, headlines } = article.body;
  const place = placeFinder(article);
  return [
    ...headlines.map((line) => ({
      ...place(line, undefined),
      message: "a first-level heading in the text; the title is the page's only one",
      fix: "write ## for a subhead",
    })),
    ...targets.flatMap((target) => {
      const trouble = target.kind === "link" ? linkTrouble(article, target, neighbours) : bodyPictureTrouble(article, target, neighbours.files);
      return trouble === undefined ? [] : [{ ...place(target.line, target.target), ...trouble }];
    }),
  ];
}

/** Picture files that an article's text places by their names. */
export function bodyPictures(article: Pick<Article, "file" | "body" | "images">): readonly string[] {
  return article.body.targets
    .filter(({ kind, target }) => kind === "picture" && !article.images.some(({ id }) => id === target))
    .map(({ target }) => imagePath(article.file, target));
}

/** Ids of the front matter's images that the text places itself. */
export function bodyImages(article: Pick<Article, "body" | "images">): readonly string[] {
  if (article.images.length === 0) return [];
  const targets = new Set(article.body.targets.map(({ target }) => target));
  return article.images.flatMap(({ id }) => (id !== undefined && targets.has(id) ? [id] : []));
}

type Trouble = Pick<Problem, "message" | "fix">;

function linkTrouble(article: Article, { target }: Target, { files, unpublished }: BodyNeighbours): Trouble | undefined {
  if (isRemote(target) || target.startsWith("#")) return undefined;
  const [file = ""] = target.split("#");
  if (target.startsWith("/")) return undefined;
  if (!file.endsWith(".md")) return { message: `the link "${target}" leads to no article`, fix: "link to an article's .md file, to an address from the root (/people/...), or to a web address" };
  const linked = path.normalize(path.join(path.dirname(article.file), file));
  if (unpublished.has(linked) && !unpublished.has(article.file)) return { message: `the link "${target}" is dead: ${linked} is not published`, fix: "take the link out until it is" };
  if (files.has(linked)) return undefined;
  return { message: `the link "${target}" is dead: there is no article ${linked}`, fix: "check the path: it starts at this article's folder" };
}

function bodyPictureTrouble(article: Article, { target }: Target, files: ReadonlySet<string>): Trouble | undefined {
  if (article.images.some(({ id }) => id === target)) return undefined;
  return pictureTrouble(isRemote(target) ? target : imagePath(article.file, target), files);
}

/** Finds places in an article's text: the paragraph's line is known; the target's own line and column are found in the text from there on. */
export function placeFinder(article: Pick<Article, "file" | "body">): (line: number, text: string | undefined) => Pick<Problem, "file" | "line" | "column" | "excerpt"> {
  const lines = article.body.markdown.split("\n");
  const place = (line: number, column: number): Pick<Problem, "file" | "line" | "column" | "excerpt"> => ({
    file: article.file,
    line: article.body.line + line,
    column,
    excerpt: excerptOf(lines[line] ?? "", column),
  });
  return (line, text) => {
    // A target is known decoded: "/a plan.pdf" may be written "/a%20plan.pdf".
    for (const written of text === undefined ? [] : [text, encodeURI(text)]) {
      for (let i = line; i < lines.length; i++) {
        const column = lines[i]?.indexOf(written) ?? -1;
        if (column !== -1) return place(i, column + 1);
      }
    }
    return place(line, 1);
  };
}
