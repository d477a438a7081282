import type { Problem } from "../model/content-error.ts";
import type { Settings } from "../model/settings.ts";
import { locateFaults, type YamlSource } from "./fault.ts";
import { settingsSchema } from "./settings-schema.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

/** What holds without an archive.yaml. */
export const defaultSettings: Settings = {
  title: "Archive",
  tagline: undefined,
  description: undefined,
  language: "en",
  siteUrl: undefined,
  licence: undefined,
  fullText: "licensed",
  reportMistakes: undefined,
  feedsFrom: 20,
  firstMentionLinks: true,
  host: undefined,
  ledger: false,
  formerUrls: new Map(),
  elsewhere: [],
  about: undefined,
};

/** Reads archive.yaml. */
export function parseSettings(source: YamlSource): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const yaml = readYaml(source);
  if (yaml.problems) return { settings: defaultSettings, problems: yaml.problems };
  const checked = validate(settingsSchema, yaml.value, { whole: source.file });
  if (checked.faults) return { settings: defaultSettings, problems: locateFaults(source, checked.faults) };
  const { title, tagline, description, language, siteUrl, licence, fullText, reportMistakes, feedsFrom, firstMentionLinks, host, ledger, formerUrls, elsewhere, about } = checked.value;
  return {
    settings: { title: title ?? defaultSettings.title, tagline, description, language: language ?? defaultSettings.language, siteUrl, licence, fullText: fullText ?? defaultSettings.fullText, reportMistakes, feedsFrom: feedsFrom ?? defaultSettings.feedsFrom, firstMentionLinks: firstMentionLinks ?? defaultSettings.firstMentionLinks, host, ledger: ledger ?? defaultSettings.ledger, formerUrls: new Map(Object.entries(formerUrls ?? {})), elsewhere: elsewhere ?? defaultSettings.elsewhere, about },
    problems: [],
  };
}
