import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addressOfFile } from "../content/address.ts";
import type { Archive } from "../model/archive.ts";
import { ContentError, type Problem } from "../model/content-error.ts";

/** The addresses that an archive has published, ever. */
export interface Ledger {
  readonly addresses: ReadonlySet<string>;
  /** Keyed hashes of addresses that were published and hold a name that is withheld now. */
  readonly withheld: ReadonlySet<string>;
  /** Of the hashes; undefined while there is none. */
  readonly key: string | undefined;
}

/** An address of this build, and the content file that it is there for. */
export interface LedgerEntry {
  readonly address: string;
  readonly file: string | undefined;
}

/** Name of the ledger inside the content folder. */
export const ledgerFile = "ledger.txt";

/** Reads the ledger of a content folder; an empty one where there is none. Throws ContentError at a line that is no address. */
export function readLedger(content: string): Ledger {
  const target = path.join(content, ledgerFile);
  const lines = existsSync(target) ? readFileSync(target, "utf8").split("\n") : [];
  const addresses = new Set<string>();
  const withheld = new Set<string>();
  let key: string | undefined;
  for (const [i, line] of lines.map((text) => text.trim()).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("/")) addresses.add(line);
    else if (/^withheld [\w-]{43}$/u.test(line)) withheld.add(line.slice("withheld ".length));
    else if (/^key [\w-]{43}$/u.test(line)) key = line.slice("key ".length);
    else throw new ContentError([{ file: ledgerFile, line: i + 1, column: 1, message: "this line is no address", fix: "put the file back as the last build wrote it; nobody need edit it" }]);
  }
  return { addresses, withheld, key };
}

/**
 * Addresses of the ledger at which this build would publish nothing. One that holds a withheld name may go: it must.
 * `isRenamed` tells whether a new file is surely an old one under another name.
 */
export function ledgerProblems({ addresses }: Ledger, entries: readonly LedgerEntry[], { withholds }: Pick<Archive, "withholds">, isRenamed: (from: string, to: string) => boolean): readonly Problem[] {
  const present = new Set(entries.map(({ address }) => address));
  const dropped = [...addresses].filter((address) => !present.has(address) && !withholds(address));
  if (dropped.length === 0) return [];
  const added = entries.flatMap(({ address, file }) => (file?.endsWith(".md") && address === addressOfFile(file) && !addresses.has(address) ? [file] : []));
  return dropped.map((address) => {
    const file = `${address.slice(1).replace(/\/$/u, "")}.md`;
    const renamed = added.find((other) => isRenamed(file, other)) ?? added.find((other) => path.posix.basename(other) === path.posix.basename(file));
    const where = renamed === undefined ? "in the front matter of the article that it should lead to" : `in ${renamed}, which looks like the same article`;
    return {
      file,
      line: undefined,
      column: undefined,
      message: `nothing would stand at ${address} any more, and it was published (see ${ledgerFile})`,
      fix: `write formerUrls: [${address}] ${where}, or keep ${file} with status: withdrawn`,
    };
  });
}

/** The ledger after a build. Addresses that hold a withheld name become keyed hashes. */
export function nextLedger({ addresses, withheld, key }: Ledger, entries: readonly LedgerEntry[], { withholds }: Pick<Archive, "withholds">): Ledger {
  const all = [...addresses, ...entries.map(({ address }) => address)];
  const hidden = all.filter(withholds);
  if (hidden.length === 0) return { addresses: new Set(all), withheld, key };
  const own = key ?? randomBytes(32).toString("base64url");
  return {
    addresses: new Set(all.filter((address) => !withholds(address))),
    withheld: new Set([...withheld, ...hidden.map((address) => createHmac("sha256", own).update(address).digest("base64url"))]),
    key: own,
  };
}

/** Writes the ledger, whole or not at all; leaves the file alone where it says the same. */
export function writeLedger(content: string, { addresses, withheld, key }: Ledger): void {
  const lines = [
    "# Every address that this archive has published. Written by backfile build; keep it with the articles.",
    ...(key === undefined ? [] : [`key ${key}`]),
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
