import { Eleventy } from "@11ty/eleventy";
import path from "node:path";
import type { PlannedValue } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { projectFolder } from "./project.ts";
import { Slice } from "./slice.ts";
import { typeset } from "./typeset.ts";

/** A few pages of a site and where to write them: everything that rendering them depends on, beside the program itself. */
export interface SliceJob {
  /** Page values (`PlannedValue`), each as JSON. */
  readonly pages: readonly string[];
  readonly site: Site;
  /** Folder the pages are written into, at their addresses. */
  readonly output: string;
}

// Written by this program a moment ago: what a page value looks like is the compiler's business.
function parsePage(json: string): PlannedValue {
  return JSON.parse(json);
}

/** Renders a slice in one Eleventy run and writes its pages. Throws what a template throws. */
export async function renderSlice({ pages, site, output }: SliceJob): Promise<void> {
  const slice = new Slice(pages.map((json) => typeset(parsePage(json), site)));
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
