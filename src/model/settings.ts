import type { Host } from "./host.ts";
import type { FullText } from "./open-licence.ts";

/** What `archive.yaml` says about the archive as a whole. */
export interface Settings {
  readonly title: string;
  /** One line under the nameplate. */
  readonly tagline: string | undefined;
  readonly description: string | undefined;
  /** BCP 47 tag of the interface and of articles that name none. */
  readonly language: string;
  /** Origin the site is published at, "https://archive.example.org". */
  readonly siteUrl: string | undefined;
  /** Licence of the articles that name none, for example "CC0-1.0". */
  readonly licence: string | undefined;
  /** Which texts are handed on as a whole, as data and in feeds: see `mayShareText`. */
  readonly fullText: FullText;
  /** Where readers report mistakes: a mail address, or the address of a form with {title} and {url} in it. */
  readonly reportMistakes: string | undefined;
  /** A person, place, organization, topic or section with at least so many articles has a feed of its own. */
  readonly feedsFrom: number;
  /** Whether the first mention of a subject in a text links to its page. */
  readonly firstMentionLinks: boolean;
  /** What the site is published on, where that takes files beside the pages. */
  readonly host: Host | undefined;
  /** Whether ledger.txt keeps every address, so that a build that would drop one fails. */
  readonly ledger: boolean;
  /** Former addresses that no article and no record can name, each with the address it leads to now. */
  readonly formerUrls: ReadonlyMap<string, string>;
  /** Beginnings of paths at which something else than the archive stands, or nothing any more: links there are left as they are. */
  readonly elsewhere: readonly string[];
  /** Markdown of the page /about/. */
  readonly about: string | undefined;
}
