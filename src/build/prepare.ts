import type { ArticleMemory } from "../content/article-memory.ts";
import type { ContentFolder } from "../content/content-folder.ts";
import { loadArchive } from "../content/load-archive.ts";
import { pictureProblem } from "../content/picture-problem.ts";
import type { Archive } from "../model/archive.ts";
import { ContentError } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { Site } from "../model/site.ts";
import { addressCollisions } from "./address-collisions.ts";
import { siteAssets, type SiteAssets } from "./assets.ts";
import { dataTexts } from "./data/data-package.ts";
import { hostFiles, hostRedirect } from "./host-files.ts";
import { pageContext, type PageContext } from "./pages/context.ts";
import { redirectPage } from "./pages/retired-pages.ts";
import { preparePictures, type PictureMemory, type PreparedPictures } from "./pictures.ts";
import { planPages, type PlannedPage } from "./plan.ts";
import { siteOf, type SiteOptions } from "./site.ts";

export interface PrepareOptions extends SiteOptions {
  readonly asOf: PartialDate | undefined;
}

/** Everything a site consists of, before anything is rendered. */
export interface PreparedSite {
  readonly archive: Archive;
  readonly site: Site;
  readonly assets: SiteAssets;
  readonly pictures: PreparedPictures;
  readonly context: PageContext;
  /** What the next build need not parse again. */
  readonly memory: ArticleMemory;
  readonly pages: readonly PlannedPage[];
}

/** What need not be made again. */
export interface Remembered {
  readonly articles: ArticleMemory;
  readonly pictures: PictureMemory | undefined;
  readonly assets: SiteAssets;
}

/** Builds the archive of a content folder, makes the pictures and plans the pages. Throws ContentError where the content is wrong. */
export async function prepareSite(folder: ContentFolder, options: PrepareOptions, remembered?: Remembered): Promise<PreparedSite> {
  const { archive, pictures: files, memory } = loadArchive(folder, options.asOf, remembered?.articles);
  const assets = remembered?.assets ?? siteAssets();
  const site = siteOf(archive.settings, options, assets);
  const pictures = await preparePictures(folder.path, files, site, remembered?.pictures);
  if (pictures.broken.length > 0) {
    throw new ContentError(pictures.broken.flatMap(({ file, reason }) => pictureProblem(folder.path, archive, file, reason)));
  }
  const context = pageContext(archive, site, pictures.index, new Map(folder.texts.map(({ file, fingerprint }) => [file, fingerprint])));
  const pages = planPages(context);
  const collisions = addressCollisions(pages);
  if (collisions.length > 0) throw new ContentError(collisions);
  const { host } = archive.settings;
  const ofHost = host === undefined ? [] : hostFiles(host, site, archive.redirects.map((redirect) => hostRedirect(site, redirectPage(redirect).address, redirect.to)));
  return { archive, site, assets: { ...assets, files: [...assets.files, ...ofHost, ...dataTexts(context)] }, pictures, context, memory, pages };
}
