import type { EleventyConfig } from "@11ty/eleventy";
import { readContentFolder } from "./src/content/content-folder.ts";
import { createMarkdown } from "./src/content/markdown.ts";
import { writeAssets } from "./src/build/assets.ts";
import { DataUnits } from "./src/build/data/data-units.ts";
import { writeFixity } from "./src/build/verify/fixity.ts";
import { writePictures } from "./src/build/pictures.ts";
import { prepareSite } from "./src/build/prepare.ts";
import { Slice } from "./src/build/slice.ts";
import { typeset } from "./src/build/typeset.ts";

/**
 * How Backfile uses Eleventy: the templates in layouts/ each render all pages of one kind, by pagination over typed page
 * values. `backfile build` hands in a slice of them; plain `npx @11ty/eleventy` has none and plans the whole archive here.
 */
export default async function configure(eleventyConfig: EleventyConfig): Promise<void> {
  eleventyConfig.addTemplateFormats(["11ty.ts"]);
  eleventyConfig.addExtension(["11ty.ts"], { key: "11ty.js" });
  eleventyConfig.setLibrary("md", createMarkdown());
  eleventyConfig.setDataFileSuffixes([]);
  eleventyConfig.setFreezeReservedData(false);
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setQuietMode(true);
  // On a busy machine it would say how long its transforms took, quiet or not.
  eleventyConfig.benchmarks.config.setIsVerbose(false);
  if ("slice" in eleventyConfig.globalData) return;

  const { pages, site, assets, pictures, context } = await prepareSite(readContentFolder("articles"), { siteUrl: undefined, basePath: "/", asOf: undefined });
  eleventyConfig.addGlobalData("slice", new Slice(pages.map((page) => typeset(page.make(), site))));
  eleventyConfig.addGlobalData("site", site);
  eleventyConfig.on("eleventy.after", async ({ directories }) => {
    writeAssets(assets, directories.output);
    writePictures(pictures, directories.output);
    await new DataUnits(context, directories.output).writeAll();
    writeFixity(directories.output);
  });
}

export const config = {
  dir: { input: "layouts", output: "_site", includes: "_includes", data: "_data" },
  templateFormats: ["11ty.ts"],
};
