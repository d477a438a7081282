import { existsSync } from "node:fs";
import path from "node:path";
import { ContentError } from "../model/content-error.ts";
import type { Settings } from "../model/settings.ts";
import { defaultSettings, parseSettings } from "./parse-settings.ts";
import { readTextFile } from "./text-file.ts";

/** The settings of a content folder alone; those that hold by default where it has none. Throws ContentError. */
export function readSettings(folder: string): Settings {
  if (!existsSync(path.join(folder, "archive.yaml"))) return defaultSettings;
  const { file, text } = readTextFile(folder, "archive.yaml");
  if (typeof text !== "string") throw new ContentError([text]);
  const { settings, problems } = parseSettings({ file, text, line: 1 });
  if (problems.length > 0) throw new ContentError(problems);
  return settings;
}
