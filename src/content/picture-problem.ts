import type { Archive } from "../model/archive.ts";
import { authorityKinds } from "../model/authority.ts";
import type { Problem } from "../model/content-error.ts";
import { imagePath } from "./image-path.ts";
import { locateArchiveFaults } from "./load-archive.ts";

/** What to tell an editor of a picture file that cannot be read: one problem for each place that uses it. */
export function pictureProblem(folder: string, { articles, subjects }: Archive, file: string, reason: string): readonly Problem[] {
  const message = `the picture ${file} cannot be read: ${reason.replace(/\s+/gu, " ").trim()}`;
  const fix = "open it and save it again as JPEG or PNG";
  const portraits = authorityKinds.flatMap((kind) =>
    [...subjects[kind].values()].flatMap(({ record }) => (record.portrait === file ? [{ file: `${kind}.yaml`, path: [record.id, "portrait"], message, fix }] : [])),
  );
  const inArticles = articles.flatMap((article): readonly Problem[] => {
    const inMatter = article.images.flatMap(({ src }, i) => (src === file ? [{ file: article.file, path: ["images", i, "src"], message, fix }] : []));
    const inText = article.body.targets.filter(({ kind, target }) => kind === "picture" && imagePath(article.file, target) === file);
    return [
      ...locateArchiveFaults(folder, inMatter),
      ...inText.map(({ line }) => ({ file: article.file, line: article.body.line + line, column: 1, message, fix })),
    ];
  });
  return [...inArticles, ...locateArchiveFaults(folder, portraits)];
}
