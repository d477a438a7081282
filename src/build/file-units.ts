import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { SiteAssets } from "./assets.ts";
import type { NextGeneration } from "./next-generation.ts";
import type { PreparedPictures } from "./pictures.ts";

/** A finished file of the site: text to write, or a file of the image cache to copy. A picture's name tells its content. */
type FinishedFile = { readonly to: string; readonly text: string } | { readonly to: string; readonly from: string };

/** Style sheet, scripts, pictures and what the host wants, as units of a generation. */
export class FileUnits {
  readonly #files: ReadonlyMap<string, FinishedFile>;
  readonly #aside: string;

  constructor(assets: SiteAssets, pictures: PreparedPictures, aside: string) {
    const files: readonly FinishedFile[] = [...assets.files.map((file) => ({ to: file.path, text: file.text })), ...pictures.files];
    this.#files = new Map(files.map((file) => [file.to, file]));
    this.#aside = aside;
  }

  /** Plans all units, and makes those that the published folder does not have. */
  build(next: NextGeneration): void {
    this.remake([...this.#files].flatMap(([name, file]) => (next.plan(name, "text" in file ? fingerprintOf(file.text) : name) ? [] : [name])), next);
  }

  /** Makes units. Ignores names that are not of this kind. */
  remake(names: readonly string[], next: NextGeneration): void {
    for (const name of names) {
      const file = this.#files.get(name);
      if (file === undefined) continue;
      const target = path.join(this.#aside, name);
      mkdirSync(path.dirname(target), { recursive: true });
      rmSync(target, { force: true });
      if ("text" in file) writeFileSync(target, file.text);
      else copyFileSync(file.from, target);
      next.made(name, [name]);
    }
  }
}
