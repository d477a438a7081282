import { createHmac } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addressOfFile } from "../content/address.ts";
import type { Archive } from "../model/archive.ts";
import { authorityKinds } from "../model/authority.ts";
import { ContentError, type Problem } from "../model/content-error.ts";
import type { PlannedPage } from "./plan.ts";

/** The addresses that an archive has published, ever. */
export interface Ledger {
  readonly addresses: ReadonlySet<string>;
  /** Keyed hashes of addresses that were published and hold a name that is withheld now. */
  readonly withheld: ReadonlySet<string>;
}

/** An address of this build, and the content file that it is there for. */
export interface LedgerEntry {
  readonly address: string;
  readonly file: string | undefined;
}

/** Name of the ledger inside the content folder. */
const ledgerFile = "ledger.txt";

/**
 * The addresses that others may have written down: articles, tombstones, former addresses, and the page of each name, author
 * and section. Not the lists that are cut from them by time or letter: a day's page goes with its last article.
 */
export function ledgerEntries(pages: readonly PlannedPage[]): readonly LedgerEntry[] {
  return pages.filter(({ kind, address }) => kind === "article" || kind === "tombstone" || kind === "redirect" || (kind === "list" && nameAddress.test(address)));
}

// "/people/ada-lovelace/", not "/people/ada-lovelace/1843/".
const nameAddress = /^\/(?<kind>people|places|organizations|topics|authors|sections)\/(?<id>[^/]+)\/$/u;

/** Reads the ledger of a content folder; an empty one where there is none. Throws ContentError at a line that is no address. */
export function readLedger(content: string): Ledger {
  const target = path.join(content, ledgerFile);
  const lines = existsSync(target) ? readFileSync(target, "utf8").split("\n") : [];
  const addresses = new Set<string>();
  const withheld = new Set<string>();
  for (const [i, line] of lines.map((text) => text.trim()).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("/")) addresses.add(line);
    else if (/^withheld [\w-]{43}$/u.test(line)) withheld.add(line.slice("withheld ".length));
    else throw new ContentError([{ file: ledgerFile, line: i + 1, column: 1, message: "this line is no address", fix: "put the file back as the last build wrote it" }]);
  }
  return { addresses, withheld };
}

/**
 * Addresses of the ledger at which this build would publish nothing. One that holds a withheld name may go: it must.
 * `isRenamed` tells whether a new file is surely an old one under another name.
 */
export function ledgerProblems({ addresses }: Ledger, entries: readonly LedgerEntry[], { withholds }: Pick<Archive, "withholds">, isRenamed: (from: string, to: string) => boolean = () => false): readonly Problem[] {
  const present = new Set(entries.map(({ address }) => address));
  const dropped = [...addresses].filter((address) => !present.has(address) && !withholds(address));
  if (dropped.length === 0) return [];
  const added = entries.filter(({ address }) => !addresses.has(address));
  return dropped.map((address) => {
    const { kind, id } = nameAddress.exec(address)?.groups ?? {};
    const way = kind === undefined || id === undefined ? articleWay(address, added, isRenamed) : nameWay(kind, id, added);
    return { line: undefined, column: undefined, message: `nothing would stand at ${address} any more, and it was published (see ${ledgerFile})`, ...way };
  });
}

type Way = Pick<Problem, "file" | "fix">;

function articleWay(address: string, added: readonly LedgerEntry[], isRenamed: (from: string, to: string) => boolean): Way {
  const file = `${address.slice(1).replace(/\/$/u, "")}.md`;
  const files = added.flatMap(({ address: other, file: of }) => (of?.endsWith(".md") && other === addressOfFile(of) ? [of] : []));
  const renamed = files.find((other) => isRenamed(file, other)) ?? files.find((other) => path.posix.basename(other) === path.posix.basename(file));
  const where = renamed === undefined ? "in the front matter of the article that it should lead to" : `in ${renamed}, which looks like the same article`;
  return { file, fix: `write formerUrls: [${address}] ${where}, or keep ${file} with status: withdrawn` };
}

// A name that was renamed is the only new one of its kind, more often than not.
function nameWay(kind: string, id: string, added: readonly LedgerEntry[]): Way {
  const ids = added.flatMap(({ address }) => {
    const found = nameAddress.exec(address)?.groups;
    return found?.["kind"] === kind && found["id"] !== undefined ? [found["id"]] : [];
  });
  const only = ids.length === 1 ? ids[0] : undefined;
  if (authorityKinds.some((one) => one === kind)) {
    const where = only === undefined ? "the record that it should lead to" : `${only}, which looks like the same name`;
    return { file: `${kind}.yaml`, fix: `write formerIds: [${id}] below ${where}, or keep a record ${id}, which has a page without articles too; ${letGo}` };
  }
  return { file: "archive.yaml", fix: `write formerUrls: { /${kind}/${id}/: /${kind}/${only ?? ""}${only === undefined ? "" : "/"} } there, or keep it in an article; ${letGo}` };
}

// The only article that named somebody may have been withdrawn.
const letGo = `if it shall be lost with its articles, take its line out of ${ledgerFile}`;

/**
 * The ledger after a build. Addresses that hold a withheld name become keyed hashes, and those that are published again
 * cease to be; `keyOf` is asked for the key only where there are any.
 */
export function nextLedger({ addresses, withheld }: Ledger, entries: readonly LedgerEntry[], { withholds }: Pick<Archive, "withholds">, keyOf: () => string): Ledger {
  const all = new Set([...addresses, ...entries.map(({ address }) => address)]);
  const hidden = [...all].filter(withholds);
  if (hidden.length === 0 && withheld.size === 0) return { addresses: all, withheld };
  const key = keyOf();
  const hashOf = (address: string): string => createHmac("sha256", key).update(address).digest("base64url");
  const hashes = new Set([...withheld, ...hidden.map(hashOf)]);
  for (const address of hidden) all.delete(address);
  for (const { address } of entries) if (!addresses.has(address) && !withholds(address)) hashes.delete(hashOf(address));
  return { addresses: all, withheld: hashes };
}

/** Writes the ledger, whole or not at all; leaves the file alone where it says the same. */
export function writeLedger(content: string, { addresses, withheld }: Ledger): void {
  const lines = [
    "# Every address that this archive has published. Written by backfile build; keep it with the articles.",
    "# The line of an address that never was online, or that may be lost with its articles, can be taken out.",
    ...[...withheld].sort().map((hash) => `withheld ${hash}`),
    ...[...addresses].sort(),
    "",
  ];
  const target = path.join(content, ledgerFile);
  const text = lines.join("\n");
  if (existsSync(target) && readFileSync(target, "utf8") === text) return;
  writeFileSync(`${target}.new`, text);
  renameSync(`${target}.new`, target);
}
