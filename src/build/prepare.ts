import { loadArchive } from "../content/load-archive.ts";
import { pictureProblem } from "../content/picture-problem.ts";
import type { Archive } from "../model/archive.ts";
import { ContentError } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { Site } from "../model/site.ts";
import { addressCollisions } from "./address-collisions.ts";
import { siteAssets, type SiteAssets } from "./assets.ts";
import { pageContext, type PageContext } from "./pages/context.ts";
import { preparePictures, type PreparedPictures } from "./pictures.ts";
import { planPages, type PlannedPage } from "./plan.ts";
import { siteOf, type SiteOptions } from "./site.ts";

export interface PrepareOptions extends SiteOptions {
  readonly content: string;
  readonly asOf: PartialDate | undefined;
}

/** Everything a site consists of, before anything is rendered. */
export interface PreparedSite {
  readonly archive: Archive;
  readonly site: Site;
  readonly assets: SiteAssets;
  readonly pictures: PreparedPictures;
  readonly context: PageContext;
  readonly pages: readonly PlannedPage[];
}

/** Loads the content, makes the pictures and plans the pages. Throws ContentError where the content is wrong. */
export async function prepareSite(options: PrepareOptions): Promise<PreparedSite> {
  const { archive, pictures: files } = loadArchive(options.content, options.asOf);
  const assets = siteAssets();
  const site = siteOf(archive.settings, options, assets);
  const pictures = await preparePictures(options.content, files, site);
  if (pictures.broken.length > 0) {
    throw new ContentError(pictures.broken.flatMap(({ file, reason }) => pictureProblem(options.content, archive.articles, file, reason)));
  }
  const context = pageContext(archive, site, pictures.index);
  const pages = planPages(context);
  const collisions = addressCollisions(pages);
  if (collisions.length > 0) throw new ContentError(collisions);
  return { archive, site, assets, pictures, context, pages };
}
