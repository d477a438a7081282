import { Eleventy } from "@11ty/eleventy";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as articleTemplate from "../../layouts/article.11ty.ts";
import { fileOfAddress } from "../html/template.ts";
import type { ArticlePage, Page, PlannedValue } from "../model/page.ts";
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

/**
 * Renders a slice and writes its pages: articles by their template alone, all others in one Eleventy run. Eleventy's own
 * work for a page costs more than everything else together (measured on 19,042 articles: 11.5 CPU seconds with it, 7.0
 * without); a test keeps both ways to the same bytes. Throws what a template throws.
 */
export async function renderSlice({ pages, site, output }: SliceJob): Promise<void> {
  const others: Page[] = [];
  for (const json of pages) {
    const page = typeset(parsePage(json), site);
    if (page.kind === "article") writePage(page, site, output);
    else others.push(page);
  }
  if (others.length > 0) await runEleventy(new Slice(others), site, output);
}

// Written by this program a moment ago: what a page value looks like is the compiler's business.
function parsePage(json: string): PlannedValue {
  return JSON.parse(json);
}

function writePage(page: ArticlePage, site: Site, output: string): void {
  const file = path.join(output, fileOfAddress(page.address));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, articleTemplate.render({ value: page, site }));
}

async function runEleventy(slice: Slice, site: Site, output: string): Promise<void> {
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
