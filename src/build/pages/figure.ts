import { imagePath } from "../../content/image-path.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import type { ArticleImage } from "../../model/article.ts";
import { foldName } from "../../model/slug.ts";
import { yearOf } from "../../model/partial-date.ts";
import type { Figure, Link, Picture } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import type { PageContext } from "./context.ts";

/** The figure of an image of the front matter. */
export function figureOf(context: PageContext, article: CataloguedArticle, image: ArticleImage): Figure {
  return {
    picture: pictureOf(context, image.src, image.alt),
    caption: image.caption,
    credit: image.credit,
    rights: image.rights,
    date: image.date,
    place: image.place,
    people: image.people.map((name) => depicted(context, name)),
    fileYear: fileYear(article, image),
  };
}

/** The figure of a picture that the text places: by the id of an image, or by its file. Of a file, text says alt and caption. */
function bodyFigure(context: PageContext, article: CataloguedArticle, target: string): Figure {
  const image = article.images.find(({ id }) => id === target);
  if (image !== undefined) return figureOf(context, article, image);
  return {
    picture: pictureOf(context, imagePath(article.file, target), ""),
    caption: undefined,
    credit: undefined,
    rights: undefined,
    date: undefined,
    place: undefined,
    people: [],
    fileYear: undefined,
  };
}

/** The figures of all pictures that the text places, by target as written. */
export function placedFigures(context: PageContext, article: CataloguedArticle): Readonly<Record<string, Figure>> {
  const pictures = article.body.targets.filter(({ kind }) => kind === "picture");
  return Object.fromEntries(pictures.map(({ target }) => [target, bodyFigure(context, article, target)]));
}

/** A held picture; undefined where there is no file. */
export function pictureOf(context: PageContext, src: string | undefined, alt: string): Picture | undefined {
  const formats = src === undefined ? undefined : context.pictures.get(src);
  return formats && { formats, alt };
}

// Somebody without a record is found by searching.
function depicted({ people, site }: PageContext, name: string): Link {
  const record = people.get(name) ?? people.get(foldName(name));
  if (record) return { href: hrefOf(site, `/people/${record.id}/`), text: record.name };
  return { href: `${hrefOf(site, "/search/")}?q=${encodeURIComponent(name)}`, text: name };
}

// A photo of 2015 beside a story of 2023 is a file photo, and says so.
function fileYear(article: CataloguedArticle, image: ArticleImage): string | undefined {
  const taken = image.date && yearOf(image.date);
  const told = yearOf(article.date);
  return taken !== undefined && told !== undefined && taken < told ? taken : undefined;
}
