import { formatCount } from "../html/count.ts";
import { en } from "../html/strings/en.ts";
import type { Host } from "../model/host.ts";

/** How large a site is. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly file: string; readonly bytes: number } | undefined;
  /** Files and folders in the folder that has the most. */
  readonly fullestFolder: { readonly folder: string; readonly entries: number };
}

interface HostLimit {
  readonly of: Host;
  readonly name: string;
  readonly most: number;
  readonly has: (size: SiteSize) => number;
  readonly says: (size: SiteSize) => string;
  /** What to do about it. */
  readonly fix: string;
}

const [megabyte, gigabyte] = [1024 * 1024, 1_000_000_000];
const elsewhere = "publish on Netlify, in an S3 bucket or on a server of your own";

/** Limits that the hosts' documentation states, as of November 2026. */
const limits: readonly HostLimit[] = [
  { of: "cloudflare", name: "Cloudflare Pages", most: 20_000, has: ({ files }) => files, says: ({ files }) => `${count(files)} files, and a free plan takes 20,000`, fix: `a paid plan takes 100,000; or ${elsewhere}` },
  { of: "cloudflare", name: "Cloudflare Pages, paid", most: 100_000, has: ({ files }) => files, says: ({ files }) => `${count(files)} files, and a paid plan takes 100,000`, fix: elsewhere },
  {
    of: "cloudflare",
    name: "Cloudflare Pages",
    most: 25 * megabyte,
    has: ({ largest }) => largest?.bytes ?? 0,
    says: ({ largest }) => `${largest?.file} has ${megabytes(largest?.bytes ?? 0)}, and a file may have 26.2 MB`,
    fix: "make its picture smaller, or publish elsewhere",
  },
  { of: "github", name: "GitHub Pages", most: gigabyte, has: ({ bytes }) => bytes, says: ({ bytes }) => `${megabytes(bytes)}, and a site may have 1,000 MB`, fix: elsewhere },
  { of: "gitlab", name: "GitLab Pages", most: gigabyte, has: ({ bytes }) => bytes, says: ({ bytes }) => `${megabytes(bytes)}, and on gitlab.com a site may have 1,000 MB`, fix: elsewhere },
  { of: "gitlab", name: "GitLab Pages", most: 200_000, has: ({ files }) => files, says: ({ files }) => `${count(files)} files, and on gitlab.com a site may have 200,000`, fix: elsewhere },
  {
    of: "netlify",
    name: "Netlify",
    most: 54_000,
    has: ({ fullestFolder }) => fullestFolder.entries,
    says: ({ fullestFolder: { folder, entries } }) => `the folder ${folder} has ${count(entries)} entries, and one may have 54,000`,
    fix: "lay its articles in folders by year and month",
  },
];

/** What a host would refuse of a site of this size, or, where none is named, what any would: a sentence for each limit, with what to do. */
export function hostLimits(size: SiteSize, host?: Host): readonly string[] {
  return limits.filter(({ of, most, has }) => (host === undefined || of === host) && has(size) > most).map(({ name, says, fix }) => `too large for ${name}: ${says(size)}; ${fix}`);
}

/** Measures a site by its files and their bytes. */
export function sizeOf(files: Iterable<readonly [file: string, bytes: number, ...rest: readonly unknown[]]>): SiteSize {
  let [count, bytes] = [0, 0];
  let largest: SiteSize["largest"];
  const entries = new Map<string, number>();
  for (const [file, size] of files) {
    count++;
    bytes += size;
    if (largest === undefined || size > largest.bytes) largest = { file, bytes: size };
    addEntry(file, entries);
  }
  let fullest = { folder: ".", entries: 0 };
  for (const [folder, number] of entries) if (number > fullest.entries) fullest = { folder, entries: number };
  return { files: count, bytes, largest, fullestFolder: fullest };
}

// A folder is an entry of the one above it, once.
function addEntry(file: string, entries: Map<string, number>): void {
  const end = file.lastIndexOf("/");
  const folder = end === -1 ? "." : file.slice(0, end);
  const before = entries.get(folder);
  entries.set(folder, (before ?? 0) + 1);
  if (before === undefined && folder !== ".") addEntry(folder, entries);
}

function count(number: number): string {
  return formatCount(number, en);
}

function megabytes(bytes: number): string {
  return `${count(Math.ceil(bytes / 100_000) / 10)} MB`;
}
