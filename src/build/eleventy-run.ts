import { Eleventy } from "@11ty/eleventy";
import path from "node:path";
import type { Site } from "../model/site.ts";
import { projectFolder } from "./project.ts";
import type { Slice } from "./slice.ts";

/** Renders a slice's pages in one Eleventy run, by the templates in layouts/, and writes them below a folder. */
export async function runEleventy(slice: Slice, site: Site, output: string): Promise<void> {
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
