import { describe, expect, test } from "vitest";
import { hostLimits, sizeOf, type SiteSize } from "../../src/build/host-limits.ts";

const small: SiteSize = { files: 100, bytes: 5_000_000, largest: { file: "images/a.webp", bytes: 100_000 }, fullestFolder: { folder: "people", entries: 40 } };

test("files, bytes, the largest file and the fullest folder are found from the files alone", () => {
  expect(sizeOf([["index.html", 10], ["a/b/index.html", 300], ["a/c/index.html", 20], ["a/d.html", 5]])).toEqual({
    files: 4,
    bytes: 335,
    largest: { file: "a/b/index.html", bytes: 300 },
    fullestFolder: { folder: "a", entries: 3 },
  });
  expect(sizeOf([])).toEqual({ files: 0, bytes: 0, largest: undefined, fullestFolder: { folder: ".", entries: 0 } });
});

describe("a host's limit is named with what to do", () => {
  test.each<[string, Partial<SiteSize>, readonly string[]]>([
    ["a small site fits everywhere", {}, []],
    ["exactly at the limit it fits", { files: 20_000, bytes: 1_000_000_000 }, []],
    ["files", { files: 20_001 }, ["too large for Cloudflare Pages: 20,001 files, and a free plan takes 20,000; a paid plan takes 100,000; or publish on Netlify, in an S3 bucket or on a server of your own"]],
    ["bytes", { bytes: 1_000_000_001 }, [
      "too large for GitHub Pages: 1,000.1 MB, and a site may have 1,000 MB; publish on Netlify, in an S3 bucket or on a server of your own",
      "too large for GitLab Pages: 1,000.1 MB, and on gitlab.com a site may have 1,000 MB; publish on Netlify, in an S3 bucket or on a server of your own",
    ]],
    ["one file", { largest: { file: "images/map.png", bytes: 26_214_401 } }, ["too large for Cloudflare Pages: images/map.png has 26.3 MB, and a file may have 26.2 MB; make its picture smaller, or publish elsewhere"]],
    ["one folder", { fullestFolder: { folder: "undated", entries: 60_000 } }, ["too large for Netlify: the folder undated has 60,000 entries, and one may have 54,000; lay its articles in folders by year and month"]],
  ])("%s", (_what, size, sentences) => {
    expect(hostLimits({ ...small, ...size })).toEqual(sentences);
  });

  test("only of the host that archive.yaml names", () => {
    const huge = { ...small, files: 250_000, bytes: 2_000_000_000 };
    expect(hostLimits(huge, "github").map((sentence) => sentence.split(":")[0])).toEqual(["too large for GitHub Pages"]);
    for (const host of ["apache", "caddy", "nginx", "s3"] as const) expect(hostLimits(huge, host)).toEqual([]);
  });

  test("a very large site", () => {
    expect(hostLimits({ ...small, files: 250_000 }).map((sentence) => sentence.split(":")[0])).toEqual(["too large for Cloudflare Pages", "too large for Cloudflare Pages, paid", "too large for GitLab Pages"]);
  });
});
