import { parseArgs, type ParseArgsOptionDescriptor } from "node:util";
import { availableParallelism } from "node:os";
import type { BuildOptions } from "./build/build.ts";
import { parsePartialDate } from "./content/date.ts";
import type { ImportRequest } from "./import/import.ts";
import { importFormats } from "./import/import-formats.ts";
import type { NewArticle } from "./import/new-article.ts";
import type { PartialDate } from "./model/partial-date.ts";
import { originOf } from "./model/site-url.ts";
import type { SuggestRequest } from "./suggest/suggest.ts";

export const usage = `backfile build   [--content articles] [--output _site] [--site-url URL] [--base-path /x/] [--fresh] [--no-search] [--preview] [--jobs N] [--as-of DATE] [--json]
backfile serve   [--port 8080] and the options of build but --json
backfile verify  [_site] [--fixity] [--content articles] [--json]
backfile bag     DIR and the options of build but --preview
backfile check   [--content articles] [--as-of DATE] [--json]
backfile import  <${importFormats.join("|")}> <source...> [--content articles] [--publication NAME] [--date DATE] [--map FIELD=COLUMN] [--charset NAME] [--media DIR] [--dry-run]
backfile suggest [FILE...] [--accept] [--content articles] [--json]
backfile new     "Headline" --date DATE|today|undated [--content articles]`;

/** A command line, read and checked. */
export type Command =
  | { readonly name: "help" }
  | ({ readonly name: "build"; readonly json: boolean } & BuildOptions)
  | ({ readonly name: "bag"; readonly folder: string; readonly json: boolean } & BuildOptions)
  | { readonly name: "serve"; readonly content: string; readonly output: string; readonly port: number; readonly basePath: string; readonly buildArguments: readonly string[] }
  | { readonly name: "verify"; readonly folder: string; readonly content: string; readonly fixity: boolean; readonly json: boolean }
  | { readonly name: "check"; readonly content: string; readonly asOf: PartialDate | undefined; readonly json: boolean }
  | ({ readonly name: "import" } & ImportRequest)
  | ({ readonly name: "new" } & NewArticle)
  | ({ readonly name: "suggest"; readonly json: boolean } & SuggestRequest);

/** Why a command line is not one of ours. */
export interface WrongCommand {
  readonly wrong: string;
}

const content = { type: "string", default: "articles" } as const;
const buildFlags = {
  content,
  output: { type: "string", default: "_site" },
  "site-url": { type: "string" },
  "base-path": { type: "string", default: "/" },
  fresh: { type: "boolean", default: false },
  "no-search": { type: "boolean", default: false },
  preview: { type: "boolean", default: false },
  jobs: { type: "string", default: String(availableParallelism()) },
  "as-of": { type: "string" },
} as const;

const buildAndJson = { ...buildFlags, json: { type: "boolean", default: false } } as const;
type BuildValues = ReturnType<typeof parse<typeof buildAndJson>>["values"];

/** Reads the words after `backfile`. `today` is asked only where the words say so: nothing else depends on the clock. */
export function parseCommand(args: readonly string[], today: () => Date = () => new Date()): Command | WrongCommand {
  const [name, ...rest] = args;
  try {
    switch (name) {
      case undefined:
      case "help":
      case "--help":
        return { name: "help" };
      case "build":
        return parseBuild(rest);
      case "bag":
        return parseBag(rest);
      case "serve":
        return parseServe(rest);
      case "verify":
        return parseVerify(rest);
      case "check":
        return parseCheck(rest);
      case "import":
        return parseImport(rest);
      case "suggest":
        return parseSuggest(rest);
      case "new":
        return parseNew(rest, today);
      default:
        return { wrong: `there is no command "${name}"` };
    }
  } catch (error) {
    // parseArgs throws a TypeError that names the unknown or incomplete option.
    if (error instanceof TypeError) return { wrong: error.message };
    throw error;
  }
}

function parseBuild(args: readonly string[]): Command | WrongCommand {
  const { values } = parse(args, buildAndJson);
  return buildOf(values);
}

function parseBag(args: readonly string[]): Command | WrongCommand {
  const { values, positionals } = parse(args, buildAndJson, true);
  const [folder, second] = positionals;
  if (folder === undefined || second !== undefined || folder.trim() === "") return { wrong: "bag takes the folder to write the bag into: backfile bag ../bags/2026" };
  if (values.preview) return { wrong: "bag takes no --preview: what is bagged is what is published" };
  const build = buildOf(values);
  return "wrong" in build ? build : { ...build, name: "bag", folder };
}

function buildOf(values: BuildValues): ({ readonly name: "build"; readonly json: boolean } & BuildOptions) | WrongCommand {
  const empty = emptyFolder(values);
  if (empty !== undefined) return empty;
  if (!/^[1-9]\d{0,2}$/u.test(values.jobs)) return { wrong: `--jobs takes a whole number from 1 to 999, not "${values.jobs}"` };
  const jobs = Number(values.jobs);
  const siteUrl = values["site-url"];
  if (siteUrl !== undefined && originOf(siteUrl) !== siteUrl) return { wrong: `--site-url takes scheme and host without a path, such as ${originOf(siteUrl) ?? "https://archive.example.org"}, not "${siteUrl}"; a path belongs to --base-path` };
  const basePath = values["base-path"];
  if (!isBasePath(basePath)) return { wrong: `--base-path takes a path with both slashes, such as /archive/, not "${basePath}"` };
  const asOf = parseAsOf(values["as-of"]);
  if (asOf !== undefined && "wrong" in asOf) return asOf;
  return { name: "build", content: values.content, output: values.output, siteUrl, basePath, search: !values["no-search"], preview: values.preview, fresh: values.fresh, jobs, asOf, json: values.json };
}

function parseServe(args: readonly string[]): Command | WrongCommand {
  const { values } = parse(args, { ...buildFlags, port: { type: "string", default: "8080" } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return { wrong: `--port takes a number from 0 to 65535, not "${values.port}"` };
  const buildArguments = withoutPort(args);
  const build = parseBuild(buildArguments);
  if ("wrong" in build) return build;
  return { name: "serve", content: values.content, output: values.output, port, basePath: values["base-path"], buildArguments };
}

function parseVerify(args: readonly string[]): Command | WrongCommand {
  const { values, positionals } = parse(args, { content, fixity: { type: "boolean", default: false }, json: { type: "boolean", default: false } }, true);
  const [folder = "_site", second] = positionals;
  if (second !== undefined || folder.trim() === "") return { wrong: "verify takes the folder of one site: backfile verify _site" };
  return { name: "verify", folder, content: values.content, fixity: values.fixity, json: values.json };
}

function parseCheck(args: readonly string[]): Command | WrongCommand {
  const { values } = parse(args, { content, "as-of": { type: "string" }, json: { type: "boolean", default: false } });
  const empty = emptyFolder(values);
  if (empty !== undefined) return empty;
  const asOf = parseAsOf(values["as-of"]);
  if (asOf !== undefined && "wrong" in asOf) return asOf;
  return { name: "check", content: values.content, asOf, json: values.json };
}

function parseImport(args: readonly string[]): Command | WrongCommand {
  const { values, positionals } = parse(args, { content, publication: { type: "string" }, date: { type: "string" }, map: { type: "string", multiple: true }, charset: { type: "string" }, media: { type: "string", multiple: true }, "dry-run": { type: "boolean", default: false } }, true);
  const empty = emptyFolder(values);
  if (empty !== undefined) return empty;
  const [format, ...sources] = positionals;
  const known = importFormats.find((name) => name === format);
  if (known === undefined) return { wrong: `name a format to import: ${importFormats.join(", ")}` };
  return { name: "import", format: known, sources, content: values.content, publication: values.publication, date: values.date, map: values.map, charset: values.charset, media: values.media, dryRun: values["dry-run"] };
}

function parseSuggest(args: readonly string[]): Command | WrongCommand {
  const { values, positionals } = parse(args, { content, accept: { type: "boolean", default: false }, json: { type: "boolean", default: false } }, true);
  const empty = emptyFolder(values);
  if (empty !== undefined) return empty;
  return { name: "suggest", files: positionals, content: values.content, accept: values.accept, json: values.json };
}

function parseNew(args: readonly string[], today: () => Date): Command | WrongCommand {
  const { values, positionals } = parse(args, { content, date: { type: "string" } }, true);
  const empty = emptyFolder(values);
  if (empty !== undefined) return empty;
  const [title, second] = positionals;
  if (title === undefined || !/[\p{L}\p{N}]/u.test(title)) return { wrong: 'new takes a headline: backfile new "The Bridge Opens" --date 1987-03-02' };
  if (second !== undefined) return { wrong: `put the headline in quotes: backfile new "${positionals.join(" ")}"` };
  if (/[\p{Cc}\p{Cs}]/u.test(title)) return { wrong: "the headline holds a character that cannot be printed; write it on one line" };
  if (values.date === undefined) return { wrong: "say when the article appears, for its address lasts: --date 1987-03-02, --date today, or --date undated" };
  const date = values.date === "today" ? localDay(today()) : values.date;
  if (parsePartialDate(date) === undefined) return { wrong: `--date takes a date such as 1987-03-02 or 1987-03~, today, or undated, not "${date}"` };
  return { name: "new", content: values.content, title: title.trim(), date };
}

// The calendar day where the command is given.
function localDay(moment: Date): string {
  return [String(moment.getFullYear()).padStart(4, "0"), ...[moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0"))].join("-");
}

// An empty name would mean the working folder: a site built into it would replace whatever lies there.
function emptyFolder({ content: from, output }: { readonly content: string; readonly output?: string | undefined }): WrongCommand | undefined {
  if (from.trim() === "") return { wrong: '--content takes the name of a folder, not ""; write --content . for the working folder' };
  return output?.trim() === "" ? { wrong: '--output takes the name of a folder, not ""; write --output _site' } : undefined;
}

function parse<T extends Record<string, ParseArgsOptionDescriptor>>(args: readonly string[], options: T, allowPositionals = false) {
  return parseArgs({ args: [...args], options, allowPositionals, strict: true });
}

function parseAsOf(text: string | undefined): PartialDate | WrongCommand | undefined {
  if (text === undefined) return undefined;
  return parsePartialDate(text) ?? { wrong: `--as-of takes a date such as 1987-03-02, not "${text}"` };
}

function isBasePath(text: string): boolean {
  return /^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/u.test(text);
}

// The build knows every option of serve but this one.
function withoutPort(args: readonly string[]): readonly string[] {
  return args.filter((arg, i) => !arg.startsWith("--port") && args[i - 1] !== "--port");
}
