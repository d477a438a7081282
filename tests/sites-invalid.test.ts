import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readContentFolder } from "../src/content/content-folder.ts";
import { prepareSite } from "../src/build/prepare.ts";
import { ContentError } from "../src/model/content-error.ts";

/**
 * Each folder of tests/sites-invalid is a site with mistakes and, in error.txt, every word the editor is told.
 * UPDATE_GOLDEN=1 writes error.txt anew; read the difference before keeping it.
 */
const cases = path.resolve(import.meta.dirname, "sites-invalid");
const accept = process.env["UPDATE_GOLDEN"] === "1";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-invalid-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const article = "---\ntitle: The Bridge Opens\ndate: 1987-03-02\n---\nA first sentence.\n";

/** Sites that no repository can hold on every system: links, bytes that are no text, names that differ by case. */
const made: Readonly<Record<string, () => void>> = {
  "made-latin-1": () => write("1987/03/bridge.md", Buffer.from(article.replace("Bridge", "Brücke"), "latin1")),
  "made-utf-16": () => {
    write("1987/03/bridge.md", Buffer.from(`\ufeff${article}`, "utf16le"));
    write("1987/03/ferry.md", Buffer.from(article, "utf16le"));
  },
  "made-nul": () => {
    write("1987/03/bridge.md", article.replace("first", "fi\0rst"));
    write("1987/03/ferry.md", article.replace("first", "\x1b[31mfirst"));
  },
  "made-cr-only": () => write("1987/03/bridge.md", article.replaceAll("\n", "\r")),
  "made-cr-in-front-matter": () => write("1987/03/bridge.md", article.replace("Opens\n", "Opens\r")),
  "made-crlf": () => write("1987/03/bridge.md", article.replace("title", "titel").replaceAll("\n", "\r\n")),
  "made-byte-order-mark": () => {
    write("places.yaml", "georgia-country: { name: Georgia }\ngeorgia-us: { name: Georgia }\n");
    write("1987/03/bridge.md", `\ufeff${article.replace("---\nA", "places: [Georgia]\n---\nA")}`);
  },
  "made-links-out": () => {
    writeFileSync(path.join(folder, "secret.md"), article);
    write("1987/03/bridge.md", article);
    symlinkSync(path.join(folder, "secret.md"), inContent("1987/03/secret.md"));
    symlinkSync(path.join(folder, "none.md"), inContent("1987/03/none.md"));
    symlinkSync(folder, inContent("1987/04"));
    symlinkSync("bridge.md", inContent("1987/03/allowed.md"));
  },
  "made-pipe": () => {
    write("1987/03/bridge.md", article);
    execFileSync("mkfifo", [inContent("1987/03/pipe.md")]);
  },
  "made-two-articles-by-case": () => {
    write("1987/03/bridge.md", article);
    write("1987/03/Bridge.md", article);
  },
  "made-two-articles-by-unicode-form": () => {
    write("1987/03/brücke.md".normalize("NFC"), article);
    write("1987/03/brücke.md".normalize("NFD"), article);
  },
  "made-unsafe-names": () => {
    for (const name of ["what?", "a#b", "100%", "a<b>", 'say"so"', "a\\b", "a:b", "a|b", "a\u0001b"]) write(`1987/03/${name}.md`, article);
  },
  "made-picture-in-another-unicode-form": () => {
    write("1987/03/bridge.md", article.replace("---\nA", `images: [{ src: ${"brücke.png".normalize("NFC")}, alt: The bridge }]\n---\nA`));
    write(`1987/03/${"brücke.png".normalize("NFD")}`, "");
  },
  "made-broken-pictures": () => {
    write("1987/03/bridge.md", article.replace("---\nA", "images:\n  - { src: empty.png, alt: The bridge }\n  - { src: text.jpg, alt: The bridge }\n---\nA"));
    write("1987/03/empty.png", "");
    write("1987/03/text.jpg", "This is no picture.");
  },
};

const written = readdirSync(cases).filter((name) => existsSync(path.join(cases, name, "articles")));

test.each(written)("a site with the mistake %s is refused in exactly these words", async (name) => {
  await expectRefusal(name, path.join(cases, name, "articles"));
});

test.each(Object.keys(made))("a site with the mistake %s is refused in exactly these words", async (name) => {
  made[name]?.();
  await expectRefusal(name, inContent(""));
});

test("every folder of mistakes is either written or made", () => {
  expect(readdirSync(cases).filter((name) => !written.includes(name) && !(name in made))).toEqual([]);
});

async function prepared(content: string): Promise<unknown> {
  return prepareSite(readContentFolder(content), { siteUrl: undefined, basePath: "/", asOf: undefined });
}

async function expectRefusal(name: string, content: string): Promise<void> {
  const error: unknown = await prepared(content).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  if (!(error instanceof ContentError)) return;
  const file = path.join(cases, name, "error.txt");
  if (accept) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${error.message}\n`);
  }
  expect(`${error.message}\n`).toBe(readFileSync(file, "utf8"));
}

function inContent(file: string): string {
  return path.join(folder, "articles", file);
}

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(inContent(file)), { recursive: true });
  writeFileSync(inContent(file), text);
}
