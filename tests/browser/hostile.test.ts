import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type SiteServer } from "../../src/build/server.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";
import { openBrowser } from "./browser.ts";

/*
 * Articles of a stranger who wants his scripts to run, in a real browser: under our strict policy nothing may even be
 * refused, and without any policy nothing may run.
 */

// Each tries another way out of where it stands; all tell on themselves by the same name.
const attacks: Readonly<Record<string, string>> = {
  script: "<script>window.hacked=1</script>",
  picture: `"><img src=x onerror="window.hacked=2">`,
  quote: `' onmouseover='window.hacked=3' x='`,
  "double quote": `" autofocus onfocus="window.hacked=4`,
  "end of script": `</script><script>window.hacked=5</script>`,
  "end of title": `</title></textarea></style><svg onload=window.hacked=6>`,
  comment: `--><script>window.hacked=7</script><!--`,
  "half a comment": "<!-- <script>",
  template: "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %> #{7*7}",
  entity: "&lt;script&gt;window.hacked=8&lt;/script&gt; &#60;b&#62;",
  "separators of lines": "A\u2028window.hacked=9\u2029B",
  "isolates and marks of direction": "\u2066A\u2069 \u200fB\u061c",
  emoji: "👩‍👩‍👧‍👦 🏴‍☠️ e\u0301\u0301\u0301",
  "one long word": "W".repeat(255),
  constructor: "constructor __proto__ toString",
};

const hostile = Object.values(attacks);
const all = hostile.filter((attack) => !attack.startsWith("W")).join(" ");

function articleOf(attack: string, i: number): string {
  const q = JSON.stringify(attack);
  return `---
title: ${q}
date: 1987-03-02
dek: ${q}
byline: [{name: ${q}, role: ${q}}]
contributors: [{name: ${q}, role: ${q}}]
dateline: ${q}
section: ${q}
series: ${q}
print: {page: ${q}, edition: ${q}}
people: [${q}]
${["places", "organizations", "topics"][i % 3]}: [${q}]
images:
  - {src: photo.png, alt: ${q}, caption: ${q}, credit: ${q}, rights: {holder: ${q}, licence: ${q}}, place: ${q}, people: [${q}], lead: true}
  - {caption: ${q}}
source: {name: ${q}, id: ${q}}
rights: {holder: ${q}, licence: ${q}, statement: ${q}}
corrections: [{date: 1987-03-03, text: ${q}}]
---

Harmless words before. ${attack.replaceAll("<!--", "<!-")}

![${attack.replaceAll(/[[\]]/gu, "")}](photo.png ${JSON.stringify(attack).replaceAll("\\u", "u")})
`;
}

const links = `---
title: Links that lead to no good
date: 1987-03-02
---

[one](javascript:window.hacked=1) [two](JaVaScRiPt:window.hacked=1) [three](data:text/html,<script>window.hacked=1</script>)
[four](vbscript:x) <javascript:window.hacked=1> [five](&#106;avascript:window.hacked=1) [six](https://example.org/"onmouseover="window.hacked=1)

[seven]

<div onclick="window.hacked=1">raw</div> <a href="javascript:window.hacked=1">raw</a> <iframe srcdoc="<script>parent.hacked=1</script>"></iframe>

<script>window.hacked=1</script>

[seven]: javascript:window.hacked=1 "onmouseover=window.hacked=1"
`;

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(attacks).map((attack, i) => [`1987/03/attack-${i}.md`, articleOf(attack, i)])),
  "1987/03/links.md": links,
  "1987/03/{{ 7 + 70 }}.md": "---\ntitle: A name like a template\ndate: 1987-03-02\n---\nText.\n",
  "1987/03/sigils & 'signs';.md": "---\ntitle: A name of signs\ndate: 1987-03-02\n---\nText.\n",
  "1987/03/punctuation.md": "---\ntitle: '!?'\ndate: 1987-03-02\npeople: ['!?']\n---\n!?\n",
  "people.yaml": `punctuation:\n  name: "!?"\nconstructor:\n  name: Constructor\n  description: ${JSON.stringify(all)}\n  profile: ${JSON.stringify(`${all}\n\n[a](javascript:window.hacked=1)`)}\n  variants: [${JSON.stringify(`${all} 2`)}]\n`,
  "archive.yaml": `title: ${JSON.stringify(all)}\ntagline: ${JSON.stringify(all)}\ndescription: ${JSON.stringify(all)}\nlicence: ${JSON.stringify(all)}\nabout: ${JSON.stringify(all)}\n`,
};

const folder = mkdtempSync(path.join(tmpdir(), "backfile-hostile-browser-"));
const content = path.join(folder, "articles");
const output = path.join(folder, "site");
let server: SiteServer;
let browser: Browser;
let addresses: readonly string[] = [];

beforeAll(async () => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  }
  await sharp({ create: { width: 60, height: 40, channels: 3, background: "#7c8a92" } }).png().toFile(path.join(content, "1987/03/photo.png"));
  await buildForTest(content, output, { search: true });
  server = await startServer({ root: output, base: "/", port: 0 });
  browser = await openBrowser();
  addresses = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith(".html"))
    .map(({ parentPath, name }) => encodeURI(`/${path.relative(output, path.join(parentPath, name))}`.replace(/index\.html$/u, "")))
    .sort();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  forgetBuild(output);
  rmSync(folder, { recursive: true });
});

test("on no page does anything of an article's run, ask or break, and our policy has nothing to refuse", async () => {
  const { page, complaints } = await openPage(false);
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(at(address));
    found.push(...(await page.evaluate(audit)).map((fault) => `${address}: ${fault}`));
  }
  await page.context().close();
  expect([...found, ...complaints].slice(0, 20)).toEqual([]);
  expect(addresses.length).toBeGreaterThan(hostile.length * 5);
});

test("on a host without any policy nothing runs either", async () => {
  const { page, complaints } = await openPage(true);
  for (const address of addresses.filter((place) => /^\/1987\/03\/.|^\/(?:[a-z]+\/)?$/u.test(place))) {
    await page.goto(at(address));
    complaints.push(...(await page.evaluate(audit)).map((fault) => `${address}: ${fault}`));
  }
  await page.context().close();
  expect(complaints.slice(0, 20)).toEqual([]);
});

test("searching for such words, and by such a person, finds text", async () => {
  const { page, complaints } = await openPage(true);
  for (const words of hostile.slice(0, 3)) {
    await page.goto(at(`/search/?q=${encodeURIComponent(words)}&place=${encodeURIComponent(words)}&from=${encodeURIComponent(words)}`));
    await page.getByRole("status").filter({ hasText: /\S/u }).waitFor();
  }
  await page.goto(at(`/search/?q=harmless&person=${encodeURIComponent(attacks["picture"] ?? "")}`));
  const hit = page.locator(".search-hit");
  await hit.first().waitFor();
  expect(await hit.locator("h2").allTextContents()).toEqual([attacks["picture"]]);
  await page.locator("summary").filter({ hasText: "Filters" }).click();
  await page.locator(".search-value").first().waitFor();
  expect([...(await page.evaluate(audit)), ...complaints]).toEqual([]);
  await page.context().close();
});

describe("what is text to an article is text to its reader:", () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(false));
  });
  afterAll(() => page.context().close());

  test.each(Object.entries(attacks).map(([name, attack], i) => ({ name, attack, i })))("$name", async ({ attack, i }) => {
    await page.goto(at(`/1987/03/attack-${i}/`));
    const { title, person, data, ...shown } = await page.evaluate(() => ({
      title: document.title,
      headline: document.querySelector("h1")?.textContent,
      dek: document.querySelector(".dek")?.textContent,
      alt: document.querySelector("main img")?.getAttribute("alt"),
      section: document.querySelector(".label a")?.textContent,
      person: document.querySelector(".in-the-story dd")?.textContent,
      data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent),
    }));
    expect(shown).toEqual({ headline: attack, dek: attack, alt: attack, section: attack });
    // A title is shown on one line; two Unicode forms of a name are one name.
    expect(title).toContain(attack.replace(/[\t\n\f\r ]+/gu, " "));
    expect(person).toBe(attack.normalize("NFC"));
    expect(data.map((json): unknown => JSON.parse(json))).toContainEqual(expect.objectContaining({ headline: attack, articleSection: attack }));
  });
});

test("no link of a text leads to anything but pages", async () => {
  const { page } = await openPage(false);
  await page.goto(at("/1987/03/links/"));
  const protocols = await page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>("main a:not([download])")].map(({ protocol }) => protocol));
  await page.context().close();
  expect(protocols.filter((protocol) => !/^https?:$/u.test(protocol))).toEqual([]);
});

test("the feed is XML to a browser, with every headline as it is", async () => {
  const { page } = await openPage(false);
  const feed = await (await page.request.get(at("/feed.xml"))).text();
  await page.goto(at("/about/"));
  const titles = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    if (parsed.querySelector("parsererror") !== null) throw new Error(parsed.documentElement.textContent ?? "");
    return [...parsed.querySelectorAll("entry > title")].map(({ textContent }) => textContent);
  }, feed);
  await page.context().close();
  expect(titles).toEqual(expect.arrayContaining(hostile));
});

function at(address: string): string {
  return new URL(address, server.url).href;
}

async function openPage(bypassCSP: boolean): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await (await browser.newContext({ bypassCSP })).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The icon that browsers ask for unasked has a test of its own.
    if (!message.location().url.endsWith("/favicon.ico")) complaints.push(`${page.url()} ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`${page.url()} opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(`${page.url()} asked for ${request.url()}`);
  });
  return { page, complaints };
}

// Runs in the page: what an article has no business to bring.
function audit(): readonly string[] {
  // A citation to download is a file in the page; it is saved, and never opened.
  const isDownload = (element: Element): boolean => element.hasAttribute("download") && /^data:application\/(?:x-bibtex|x-research-info-systems),/u.test(element.getAttribute("href") ?? "");
  const faults: string[] = [];
  if ("hacked" in window) faults.push("a script ran");
  for (const element of document.querySelectorAll("*")) {
    const { localName } = element;
    if (["iframe", "object", "embed", "base", "style", "math", "textarea"].includes(localName)) faults.push(`a <${localName}>`);
    for (const { name, value } of element.attributes) {
      // The search page's bars get their heights from its script.
      if (name.startsWith("on") || (name === "style" && !/^block-size: \d+%;$/u.test(value)) || name === "srcdoc" || name === "autofocus") faults.push(`${localName} ${name}="${value}"`);
      if (["href", "src", "action", "formaction"].includes(name) && /^\s*(?:javascript|data|vbscript):/iu.test(value) && !(localName === "link" && name === "href") && !isDownload(element)) faults.push(`${localName} ${name}="${value}"`);
    }
    if (localName === "script" && !/^\/assets\//u.test(element.getAttribute("src") ?? "") && element.getAttribute("type") !== "application/ld+json") faults.push("a script of its own");
    if (localName === "img" && !/^\/images\//u.test(element.getAttribute("src") ?? "")) faults.push(`a picture ${element.getAttribute("src")}`);
  }
  return faults;
}
