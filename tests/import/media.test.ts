import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ArticleDraft } from "../../src/import/draft.ts";
import { holdPictures } from "../../src/import/hold-pictures.ts";
import { ImportError } from "../../src/import/import-error.ts";
import { openMedia } from "../../src/import/media.ts";
import { openWriter } from "../../src/import/write.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-media-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the file of a picture is found by its name, its folder and its sizes", () => {
  test.each([
    ["its own name", ["pier.jpg"], "https://example.org/files/pier.jpg?w=300#top", "pier.jpg"],
    ["the original of a smaller size", ["pier.jpg", "pier-300x200.jpg"], "pier-300x200.jpg", "pier.jpg"],
    ["the original of WordPress's own large size", ["pier.jpg", "pier-scaled.jpg"], "pier-scaled.jpg", "pier.jpg"],
    ["the large size before the small one", ["pier-scaled.jpg", "pier-300x200.jpg"], "pier-300x200.jpg", "pier-scaled.jpg"],
    ["the largest size where the original is gone", ["pier-300x200.jpg", "pier-1024x683.jpg"], "pier.jpg", "pier-1024x683.jpg"],
    ["a name that only looks like a size", ["map-2000x1000.jpg"], "map-2000x1000.jpg", "map-2000x1000.jpg"],
    ["an edited picture itself", ["pier-e1552600000000.jpg", "pier.jpg"], "pier-e1552600000000-300x200.jpg", "pier-e1552600000000.jpg"],
    ["the picture before it was edited", ["pier.jpg"], "pier-e1552600000000-300x200.jpg", "pier.jpg"],
    ["other capitals and another ending", ["Pier.JPG"], "pier.jpeg", "Pier.JPG"],
    ["letters with accents, percent-encoded", ["caf\u00e9.jpg"], "https://example.org/cafe%CC%81.jpg", "caf\u00e9.jpg"],
    ["the folder that the address names", ["2018/11/pier.jpg", "2019/03/pier.jpg"], "https://example.org/wp-content/uploads/2019/03/pier-300x200.jpg", "2019/03/pier.jpg"],
    ["Ghost's smaller size", ["2020/01/pier.jpg"], "__GHOST_URL__/content/images/size/w600/2020/01/pier.jpg", "2020/01/pier.jpg"],
    ["one of two equal files", ["a/pier.jpg", "b/pier.jpg"], "pier.jpg", "a/pier.jpg"],
  ])("%s", (_what, files, reference, expected) => {
    for (const file of files) write(file, png);
    expect(openMedia([folder]).find(reference)).toMatchObject({ path: path.join(folder, expected) });
  });

  test.each([
    ["a file of another month", ["2018/11/pier.jpg"], "/uploads/2019/03/pier.jpg", "no file has its name"],
    ["an address without a name", ["pier.jpg"], "https://example.org/", "its address names no file"],
    ["an address that is data", ["pier.jpg"], "data:image/png;base64,pier.jpg", "its address names no file"],
    ["a hidden file", [".trash/pier.jpg"], "pier.jpg", "no file has its name"],
    ["a name that steps out of the folder", ["pier.jpg"], "../../../../etc/passwd", "no file has its name"],
  ])("%s is none", (_what, files, reference, missing) => {
    for (const file of files) write(file, png);
    expect(openMedia([folder]).find(reference)).toEqual({ missing });
  });

  test("two different files of one name are not guessed between", () => {
    write("a/pier.png", png);
    write("b/pier.png", Buffer.concat([png, png]));
    expect(openMedia([folder]).find("pier.png")).toEqual({ missing: "several files have its name (a/pier.png, b/pier.png)" });
  });

  test("a link to a file elsewhere is not followed", () => {
    write("elsewhere/secret.png", png);
    mkdirSync(path.join(folder, "media"));
    symlinkSync(path.join(folder, "elsewhere/secret.png"), path.join(folder, "media/pier.png"));
    expect(openMedia([path.join(folder, "media")]).find("pier.png")).toEqual({ missing: "no file has its name" });
  });

  test("a folder that is not there is an error", () => {
    expect(() => openMedia([path.join(folder, "none")])).toThrow(ImportError);
  });
});

describe("an article's pictures", () => {
  test("are copied beside it under names that addresses can have", () => {
    write("media/Der Hafen (früh).PNG", png);
    importOne("1987/03/fog.md", ["Der Hafen (früh).PNG"]);
    expect(files()).toEqual(["1987/03/der-hafen-fruh.png", "1987/03/fog.md"]);
    expect(readFileSync(path.join(folder, "content/1987/03/fog.md"), "utf8")).toContain('images:\n  - src: der-hafen-fruh.png\n    id: photo-1\n    alt: ""\n');
  });

  test("never take the place of another file, and one file serves all articles of a folder", () => {
    write("media/one/pier.png", png);
    write("media/two/pier.png", Buffer.concat([png, png]));
    write("content/1987/03/pier.png", Buffer.from("an editor's own"));
    importOne("1987/03/fog.md", ["one/pier.png", "two/pier.png", "one/pier.png"]);
    importOne("1987/03/ice.md", ["one/pier.png"]);
    expect(readFileSync(path.join(folder, "content/1987/03/pier.png"), "utf8")).toBe("an editor's own");
    expect(files()).toEqual(["1987/03/fog.md", "1987/03/ice.md", "1987/03/pier-2.png", "1987/03/pier-3.png", "1987/03/pier.png"]);
    expect(readFileSync(path.join(folder, "content/1987/03/ice.md"), "utf8")).toContain("pier-2.png");
  });

  test("that are no pictures are not taken, and what was not found is named", () => {
    write("media/pier.png", Buffer.from("<html>not found</html>"));
    const { notes, images } = holdPictures(draft("a.md", ["pier.png", "https://example.org/quay.jpg"]), openMedia([path.join(folder, "media")]));
    expect(images?.map(({ file }) => file)).toEqual([undefined, undefined]);
    expect(notes.map(({ text }) => text)).toEqual([
      "did not find the file of photo-1, pier.png: pier.png is not a picture",
      "did not find the file of photo-2, https://example.org/quay.jpg: no file has its name",
    ]);
  });

  test("are not copied by a dry run", () => {
    write("media/pier.png", png);
    mkdirSync(path.join(folder, "content"));
    openWriter(path.join(folder, "content"), "html", true).write(holdPictures(draft("a.md", ["pier.png"]), openMedia([path.join(folder, "media")])));
    expect(files()).toEqual([]);
  });
});

function write(file: string, bytes: Buffer): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), bytes);
}

function importOne(file: string, references: readonly string[]): void {
  const held = holdPictures(draft(file, references), openMedia([path.join(folder, "media")]));
  expect(openWriter(path.join(folder, "content"), "html", false).write(held)).toMatchObject({ kind: "written", path: file });
}

function draft(file: string, references: readonly string[]): ArticleDraft {
  return {
    kind: "draft",
    sourceRecord: { file, id: undefined, sha256: file },
    title: "Fog",
    date: "undated",
    byline: [],
    people: [],
    places: [],
    organizations: [],
    topics: [],
    images: references.map((reference, i) => ({ id: `photo-${String(i + 1)}`, reference, lead: false })),
    body: "Fog.",
    path: file,
    ifTaken: "report",
    notes: [],
  };
}

function files(): readonly string[] {
  const content = path.join(folder, "content");
  return readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
}
