import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "../../src/build/check.ts";
import { withheld } from "../../src/model/redact.ts";
import { ContentError } from "../../src/model/content-error.ts";
import { slugOf } from "../../src/model/slug.ts";
import { asideOf } from "../../src/build/publish.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/*
 * A redacted record is gone from every byte of the output: not in a page, a path, a file's name, a picture's metadata, nor
 * in the compressed files of the search index. Josée Dörfler is nobody; her variants are what the record lists.
 */

const record = "josee-doerfler:\n  name: Josée Dörfler\n  variants: [J. Dörfler, Die Dörflerin]\n  redact: true\n  profile: She lived in Norrby.\n  portrait: portrait.png\n";
const names = ["Josée Dörfler", "J. Dörfler", "Die Dörflerin"];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-redaction-"));
  write("people.yaml", record);
});
afterEach(() => {
  forgetBuild(site());
  rmSync(folder, { recursive: true });
});

/** Everything that a name can stand in and is withheld from: each is an article of one archive. */
const forms: readonly (readonly [where: string, matter: string, text?: string])[] = [
  ["in a headline", "title: Josée Dörfler is heard"],
  ["in capitals", "title: JOSÉE DÖRFLER IS HEARD"],
  ["in decomposed letters", `title: ${"Josée Dörfler".normalize("NFD")} is heard`],
  ["in a standfirst", "title: A\ndek: What Josée Dörfler said"],
  ["in a byline", "title: A\nbyline: [Josée Dörfler, {name: B, role: for J. Dörfler}]"],
  ["as an author with a page", "title: A\nbyline: [{name: Josée Dörfler, id: josee-doerfler}]"],
  ["in a note on who helped", "title: A\ncontributors: [Josée Dörfler]"],
  ["in a dateline", "title: A\ndateline: JOSÉE DÖRFLER HOUSE, March 2"],
  ["in a section", "title: A\nsection: The Josée Dörfler files"],
  ["in a series", "title: A\nseries: The Josée Dörfler files"],
  ["in the tags", "title: A\npeople: [Josée Dörfler, Nils Berg]"],
  ["in the tags, by its id", "title: A\npeople: [josee-doerfler, Nils Berg]"],
  ["in the tags, by a variant", "title: A\npeople: [Die Dörflerin]"],
  ["in the tags of another kind", "title: A\ntopics: [Josée Dörfler]\norganizations: [J. Dörfler]"],
  ["in a correction", "title: A\ncorrections: [{date: 1987-03-04, text: It was not Josée Dörfler.}]"],
  ["in a caption, an alternative text, a credit and the rights", "title: A\nimages: [{src: photo.jpg, alt: Josée Dörfler in court, caption: J. Dörfler on Monday., credit: Josée Dörfler/Reuters, rights: {holder: Josée Dörfler}, place: Josée Dörfler Square, people: [Josée Dörfler]}]"],
  ["in the picture file's own description", "title: A\nimages: [{src: photo.jpg, alt: A room}]"],
  ["in the source", "title: A\nsource: {name: The Josée Dörfler Gazette}"],
  ["in the rights of the text", "title: A\nrights: {holder: Josée Dörfler, licence: As Josée Dörfler wishes, statement: By kind permission of J. Dörfler.}"],
  ["in where it stood on paper", "title: A\nprint: {edition: Josée Dörfler special}"],
  ["in what importers note", "title: A\nprovenance: {importer: text, source: josee-doerfler.txt, changes: [Josée Dörfler moved]}"],
  ["in the owner's own keys", "title: A\nextra: {who: Josée Dörfler}"],
  ["in the text", "title: A", "Then Josée Dörfler spoke, and J. Dörfler sat down. “Josée Dörfler”, said the judge."],
  ["as a possessive", "title: A", "Josée Dörfler's house, Josée Dörfler’s garden."],
  ["across a line break", "title: A", "Then Josée\nDörfler spoke, and\nJosée  \nDörfler sat down."],
  ["across emphasis", "title: A", "Then Josée *Dörfler* spoke, **Josée** Dörfler sat, __Josée Dörfler__ left, and *Josée*\n**Dörfler** returned."],
  ["across the lines of a list", "title: A", "- Then Josée\n  Dörfler spoke."],
  ["in a heading, a table, a note and a list", "title: A", "## Josée Dörfler\n\n| a | b |\n|---|---|\n| Josée Dörfler | J. Dörfler |\n\nText[^1].\n\n- Josée Dörfler\n\n[^1]: Josée Dörfler."],
  ["in code", "title: A", "The file `Josée Dörfler` and\n\n    Josée Dörfler\n"],
  ["in the description of a picture in the text", "title: A", "![Josée Dörfler](photo.jpg \"J. Dörfler in court\")"],
  ["with a no-break space", "title: A", "Josée\u00a0Dörfler, Josée\u2009Dörfler."],
  ["in the reason for a withdrawal", "title: A\nstatus: withdrawn\nwithdrawn: {date: 1988-01-01, reason: At the request of Josée Dörfler}"],
];

describe("a redacted name leaves no trace", () => {
  let traces: readonly string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "backfile-redaction-"));
    write("people.yaml", record);
    for (const [i, [, matter, text = "Text."]] of forms.entries()) write(`1987/03/${fileOf(i)}.md`, `---\n${matter}\ndate: 1987-03-02\n---\n\n${text}\n`);
    await writePictures();
    await buildForTest(content(), site(), { search: true });
    traces = tracesIn(site(), names);
    forgetBuild(site());
    rmSync(folder, { recursive: true });
  });

  test.each(forms.map(([where], i) => [where, fileOf(i)]))("%s", (_where, file) => {
    expect(traces.filter((trace) => trace.includes(file))).toEqual([]);
  });

  test("nor in any list, feed, index or picture", () => {
    expect(traces).toEqual([]);
  });

  test.each<[where: string, matter: string, text?: string]>([
    ["inside a longer tag", "title: A\ntopics: [The Josée Dörfler trial]"],
    ["inside a longer place", "title: A\nplaces: [Josée Dörfler Square]"],
    ["in a picture that shows more people", "title: A\nimages: [{src: photo.jpg, alt: A room, people: [The Josée Dörfler family]}]"],
    ["in the id of an image", "title: A\nimages: [{id: josee-doerfler, caption: A room}]", "![](josee-doerfler)"],
    ["in the id of the source", "title: A\nsource: {name: B, id: josee-doerfler-1}"],
    ["with emphasis inside a word", "title: A", "Then Jo*sée* Dörf**ler** spoke."],
    ["across the lines of a quotation", "title: A", "> Then Josée\n> Dörfler spoke."],
    ["in part of a link's words", "title: A", "See [Josée](https://example.org/a) Dörfler, [J. Dörfler](https://example.org/b)."],
    ["in part of code", "title: A", "See `Josée` Dörfler."],
    ["struck out", "title: A", "See ~~Josée~~ Dörfler and ~~J. Dörfler~~."],
    ["in the title of a link", "title: A", "[A](https://example.org/ \"Josée Dörfler\")"],
    ["with entities for its letters or its blank", "title: A", "Jos&eacute;e D&ouml;rfler, Josée&nbsp;Dörfler, Jos&#233;e D&#xF6;rfler, &#74;osée Dörfler."],
    ["with backslashes", "title: A", "J\\. Dörfler, Josée\\\nDörfler."],
    ["with soft hyphens and joiners that nobody sees", "title: A", "Jo\u00adsée Dörf\u00adler, Josée\u200b Dörfler, Josée\u2060 Dörfler, Josée \u200eDörfler."],
    ["half composed, half decomposed", "title: A", `${"Josée".normalize("NFD")} Dörfler.`],
  ])("%s, or the build is refused", async (_where, matter, text = "Text.") => {
    write("1987/03/story.md", `---\n${matter}\ndate: 1987-03-02\n---\n\n${text}\n`);
    await expectNoTrace();
  });

  test.each<[where: string, files: Readonly<Record<string, string>>]>([
    ["in what the archive says of itself", { "archive.yaml": "title: The J. Dörfler Post\ntagline: All of Josée Dörfler\ndescription: Josée Dörfler and others\nlicence: As Josée Dörfler wishes\nabout: |\n  About *Josée* Dörfler\n  and Josée\n  Dörfler.\n" }],
    ["in what another record says", { "topics.yaml": "bells:\n  name: Bells\n  description: Cast for Josée Dörfler\n  profile: |\n    Josée\n    Dörfler had *them* made.\n" }],
    ["in how a catalogue files another record", { "topics.yaml": "bells:\n  name: Bells\n  sortName: Josée Dörfler (bells of)\n" }],
    ["in the website of another record", { "topics.yaml": "bells:\n  name: Bells\n  url: https://example.org/josee-dorfler\n" }],
    ["in the kind of a place", { "places.yaml": "norrby:\n  name: Norrby\n  kind: town of Josée Dörfler\n" }],
  ])("%s, or the build is refused", async (_where, files) => {
    write("1987/03/story.md", "---\ntitle: A\ndate: 1987-03-02\ntopics: [Bells]\nplaces: [Norrby]\n---\n\nText.\n");
    for (const [file, text] of Object.entries(files)) write(file, text);
    await expectNoTrace();
  });

  test("nor is it kept beside the site, where it was published before", async () => {
    write("people.yaml", record.replace("redact: true", "redact: false"));
    await writePictures();
    for (const day of ["02", "03"]) {
      write(`1987/03/story-${day}.md`, `---\ntitle: Josée Dörfler is heard\ndate: 1987-03-${day}\n---\n\nText.\n`);
      await buildForTest(content(), site(), { fresh: false });
    }
    expect(tracesIn(asideOf(site()), names)).not.toEqual([]);
    write("people.yaml", record);
    await buildForTest(content(), site(), { fresh: false });
    expect(existsSync(asideOf(site()))).toBe(false);
  });

  test("and what stood there is said to be withheld", async () => {
    write("1987/03/story.md", "---\ntitle: Josée Dörfler is heard\ndate: 1987-03-02\n---\n\nThen Josée\nDörfler's lawyer spoke (for J. Dörfler).\n");
    await writePictures();
    await buildForTest(content(), site());
    const page = readFileSync(path.join(site(), "1987/03/story/index.html"), "utf8");
    expect(page).toContain(`<h1>${withheld} is heard</h1>`);
    expect(page).toContain(`Then ${withheld}'s lawyer spoke (for ${withheld}).`);
  });

  test("a surname alone, a longer word and another person stay", async () => {
    write("1987/03/story.md", "---\ntitle: A\ndate: 1987-03-02\n---\n\nDörfler, Josée Dörflers, AJ. Dörfler and Mr Josée stay.\n");
    await writePictures();
    await buildForTest(content(), site());
    expect(readFileSync(path.join(site(), "1987/03/story/index.html"), "utf8")).toContain("Dörfler, Josée Dörflers, AJ. Dörfler and Mr Josée stay.");
  });

  test("after it stood there in the last build", async () => {
    write("people.yaml", record.replace("  redact: true\n", ""));
    write("1987/03/story.md", "---\ntitle: Josée Dörfler is heard\ndate: 1987-03-02\npeople: [Josée Dörfler]\n---\n\nText.\n");
    await writePictures();
    await buildForTest(content(), site(), { fresh: false });
    expect(tracesIn(site(), names)).not.toEqual([]);
    write("people.yaml", record);
    await buildForTest(content(), site(), { fresh: false });
    expect(tracesIn(site(), names)).toEqual([]);
  });
});

describe("what cannot be withheld is refused, with the way out:", () => {
  test.each<[what: string, file: string, matter: string, text: string, message: RegExp]>([
    ["an article's address", "1987/03/josee-dorfler-in-court.md", "title: A", "Text.", /^1987\/03\/josee-dorfler-in-court\.md: the address holds a redacted name; rename the file/u],
    ["a picture's name", "1987/03/story.md", "title: A\nimages: [{src: j-dorfler.jpg, alt: A room}]", "Text.", /story\.md:3:\d+ the picture's name holds a redacted name; rename the picture's file/u],
    ["a former address", "1987/03/story.md", "title: A\nformerUrls: [/old/josee_dorfler.html]", "Text.", /story\.md:3:\d+ the former address holds a redacted name; take it out/u],
    ["a link to an address", "1987/03/story.md", "title: A", "See [this](https://example.org/josee-dorfler/).", /story\.md: the address of a link in the text \(line 6\) holds a redacted name; take the link out/u],
    ["a link to an address with percent signs", "1987/03/story.md", "title: A", "See [this](https://example.org/Jos%C3%A9e%20D%C3%B6rfler).", /redacted name/u],
    ["a reference's address", "1987/03/story.md", "title: A", "See [this].\n\n[this]: https://example.org/?q=josee+dorfler", /redacted name/u],
    ["a bare address", "1987/03/story.md", "title: A", "See <https://example.org/josee-dorfler>.", /redacted name/u],
    ["a picture in the text", "1987/03/story.md", "title: A", "![A room](j-dorfler.jpg)", /redacted name/u],
    ["the address of the source", "1987/03/story.md", "title: A\nsource: {name: B, url: https://example.org/josee-dorfler}", "Text.", /redacted name/u],
  ])("%s", async (_what, file, matter, text, message) => {
    write(file, `---\n${matter}\ndate: 1987-03-02\n---\n\n${text}\n`);
    await writePictures();
    expect((await problemsOf(buildForTest(content(), site()))).join("\n")).toMatch(message);
  });

  test.each<[what: string, file: string, text: string]>([
    ["the id of another record", "topics.yaml", "josee-dorfler-trial:\n  name: The trial\n"],
    ["the name of another record", "topics.yaml", "trial:\n  name: The trial of Josée Dörfler\n"],
    ["a variant of another record", "topics.yaml", "trial:\n  name: The trial\n  variants: [Josée Dörfler trial]\n"],
    ["a former id of another record", "topics.yaml", "trial:\n  name: The trial\n  formerIds: [josee-doerfler]\n"],
    ["the portrait of another record", "topics.yaml", "trial:\n  name: The trial\n  portrait: 1987/03/j-dorfler.jpg\n"],
  ])("%s", async (_what, file, text) => {
    write("1987/03/story.md", "---\ntitle: A\ndate: 1987-03-02\n---\n\nText.\n");
    await writePictures();
    write(file, text);
    expect((await problemsOf(buildForTest(content(), site()))).join("\n")).toMatch(/^topics\.yaml:\d+:\d+ .*redacted name/u);
  });
});

describe("what looks for traces finds them", () => {
  test.each(["<p>Josée\nDörfler</p>", "<p>jos&#233;e d&#xf6;rfler</p>", "/people/josee-dorfler/", "JOSÉE DÖRFLER", "<b>Jos</b>ée Dörfler"])("in %s", (text) => {
    expect(tracesOf("a.html", text, names)).not.toEqual([]);
  });
});

function fileOf(form: number): string {
  return `form-${form}-of-it`;
}

function content(): string {
  return path.join(folder, "articles");
}

function site(): string {
  return path.join(folder, "site");
}

function write(file: string, bytes: string | Buffer): void {
  mkdirSync(path.dirname(path.join(content(), file)), { recursive: true });
  writeFileSync(path.join(content(), file), bytes);
}

// Cameras and picture desks write names into the file: here into its EXIF fields.
async function writePictures(): Promise<void> {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "#7c8a92" } });
  const named = await image.jpeg().withExif({ IFD0: { ImageDescription: "Jos\u00e9e D\u00f6rfler", Artist: "J. D\u00f6rfler", Copyright: "Josee Dorfler" } }).toBuffer();
  expect(named.toString("latin1")).toContain("Josee Dorfler");
  write("1987/03/photo.jpg", named);
  write("1987/03/j-dorfler.jpg", named);
  write("portrait.png", await image.png().toBuffer());
}

// What cannot be withheld must be refused.
async function expectNoTrace(): Promise<void> {
  await writePictures();
  const problems = await problemsOf(buildForTest(content(), site(), { search: true }));
  if (problems.length === 0) expect(tracesIn(site(), names)).toEqual([]);
  else expect(problems.join("\n")).toContain("redacted name");
}

async function problemsOf(building: Promise<unknown>): Promise<readonly string[]> {
  try {
    await building;
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split("\n");
    throw error;
  }
}

/** Where any of these names still stands in a built site, in any case, spelling, markup, escape or packing. */
function tracesIn(root: string, wanted: readonly string[]): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).flatMap(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    const bytes = readFileSync(file);
    const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return [...tracesOf(path.relative(root, file), `${unpacked.toString("utf8")} ${unpacked.toString("latin1")}`, wanted), ...tracesOf("path", path.relative(root, file), wanted)];
  });
}

function tracesOf(file: string, text: string, wanted: readonly string[]): readonly string[] {
  const plain = text.replace(/&#(?:x(?<hex>[0-9a-f]+)|(?<decimal>\d+));/giu, (_all, hex: string | undefined, decimal: string | undefined) => String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)));
  // With tags as blanks, and as nothing; addresses decoded; then by letters and digits alone.
  const forms = [plain, plain.replace(/<[^>]*>/gu, " "), plain.replace(/<[^>]*>/gu, ""), plain.replaceAll(/%[0-9a-f]{2}/giu, (code) => Buffer.from(code.slice(1), "hex").toString("latin1")), plain.replace(/[\p{Cf}]/gu, "")];
  const found = new Set(forms.flatMap((form) => {
    const slug = `-${slugInPieces(form)}-`;
    return wanted.filter((name) => slug.includes(`-${slugOf(name)}-`) || slug.includes(`-${slugOf(name)}s-`)).map((name) => `${file}: ${name}`);
  }));
  return [...found];
}

// A slug is cut at 120 letters: so word by word.
function slugInPieces(text: string): string {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).map((word) => (word.length > 60 ? "" : slugOf(word))).filter((word) => word !== "").join("-");
}

describe("a name that an address or markup hides is found", () => {
  test.each([
    ["in a link with escapes", "1987/03/story.md", "", "See [this](https://example.org/Jos%C3%A9e%20D%C3%B6rfler)."],
    ["in a link with underscores", "1987/03/story.md", "", "See [this](https://example.org/wiki/Josee_Dorfler)."],
    ["in a link longer than a slug", "1987/03/story.md", "", `See [this](https://example.org/${"a-very-long-folder/".repeat(8)}josee-dorfler).`],
    ["in a link of reference style", "1987/03/story.md", "", "See [this].\n\n[this]: https://example.org/josee-dorfler"],
    ["in an anchor", "1987/03/story.md", "", "See [this](#josee-dorfler)."],
    ["in an address that is printed", "1987/03/story.md", "", "See example.org/josee-dorfler for more."],
    ["half of it a link", "1987/03/story.md", "", "It was Josée [Dörfler](https://example.org/) again."],
    ["in a former address with escapes", "1987/03/story.md", "formerUrls: [/old/Jos%C3%A9e%20D%C3%B6rfler/]\n", "Text."],
    ["in the address of the source", "1987/03/story.md", "source: { name: The Post, url: https://example.org/josee-dorfler }\n", "Text."],
    ["in a topic of its own", "1987/03/story.md", "topics: [The Josée Dörfler Case]\n", "Text."],
    ["with a word in parentheses", "1987/03/story.md", "people: [Josée Dörfler (witness)]\n", "Text."],
  ])("%s", async (_where, file, matter, body) => {
    write(file, `---\ntitle: A\ndate: 1987-03-02\n${matter}---\n${body}\n`);
    write("portrait.png", "");
    const error: unknown = await checkContent(path.join(folder, "articles"), undefined).then(() => undefined, (reason: unknown) => reason);
    if (!(error instanceof ContentError)) throw error ?? new Error("nothing was refused");
    expect(error.problems.map((problem) => problem.file)).toContain(file);
    expect(error.message).toContain("holds a redacted name");
  });

  test("but a name of one word at the end of a sentence is no address", async () => {
    write("people.yaml", "zelphira: { name: Zelphira, redact: true }\n");
    write("1987/03/story.md", "---\ntitle: A\ndate: 1987-03-02\n---\nIt was Zelphira. Nobody else saw it/heard it.\n");
    expect((await checkContent(path.join(folder, "articles"), undefined)).articleFiles).toBe(1);
  });
});
