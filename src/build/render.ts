import { Eleventy } from "@11ty/eleventy";
import path from "node:path";
import type { Site } from "../model/site.ts";
import type { PlannedPage } from "./plan.ts";
import { projectFolder } from "./project.ts";
import { Slice } from "./slice.ts";
import { typeset } from "./typeset.ts";

/**
 * Pages in one Eleventy run. Eleventy keeps the HTML of every page until its run ends, so that this bounds memory;
 * a run itself costs about a fifth of a second.
 */
const pagesPerSlice = 4000;

/** Renders pages through Eleventy into a folder, slice after slice. */
export async function renderPages(pages: readonly PlannedPage[], site: Site, output: string): Promise<void> {
  for (let i = 0; i < pages.length; i += pagesPerSlice) {
    await renderSlice(new Slice(pages.slice(i, i + pagesPerSlice).map(({ make }) => typeset(make(), site))), site, output);
  }
}

async function renderSlice(slice: Slice, site: Site, output: string): Promise<void> {
  const eleventy = new Eleventy(path.join(projectFolder, "layouts"), output, {
    configPath: path.join(projectFolder, ".eleventy.ts"),
    // Only so does the output given here hold against the configuration's own.
    source: "cli",
    quietMode: true,
    config(eleventyConfig) {
      eleventyConfig.addGlobalData("slice", slice);
      eleventyConfig.addGlobalData("site", site);
    },
  });
  await eleventy.init();
  // It would print a line for every slice; an error is thrown all the same.
  eleventy.disableLogger();
  await eleventy.write();
}
