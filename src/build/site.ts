import { speaks, spokenLanguages } from "../html/strings/strings-of.ts";
import type { Settings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { SiteAssets } from "./assets.ts";

/** Origin of canonical addresses where no site URL is given; the build's summary warns of it. */
export const localOrigin = "http://localhost:8080";

export interface SiteOptions {
  /** Origin the site will be published at; archive.yaml's where undefined. */
  readonly siteUrl: string | undefined;
  /** Path it will stand under, with both slashes. */
  readonly basePath: string;
}

/** What all pages share, from the settings, the command line and the published assets. */
export function siteOf(settings: Settings, options: SiteOptions, assets: SiteAssets): Site {
  const isSpoken = speaks(settings.language);
  return {
    title: settings.title,
    tagline: settings.tagline,
    description: settings.description,
    language: isSpoken ? settings.language : fallback,
    textLanguage: isSpoken ? undefined : settings.language,
    origin: options.siteUrl ?? settings.siteUrl ?? localOrigin,
    base: options.basePath,
    licence: settings.licence,
    reportMistakes: settings.reportMistakes,
    stylesheet: options.basePath + assets.stylesheet,
    searchScript: options.basePath + assets.searchScript,
    icon: options.basePath + assets.icon,
  };
}

/** What the interface speaks where it does not know the archive's language. */
const fallback = "en";

/** Says that the interface does not speak the archive's language; undefined where it does. */
export function languageWarning({ language }: Settings): string | undefined {
  if (speaks(language)) return undefined;
  return `there are no interface strings for "${language}" (there are ${spokenLanguages().join(", ")}), so the interface speaks English; add src/html/strings/${language.split("-")[0]?.toLowerCase()}.ts`;
}
