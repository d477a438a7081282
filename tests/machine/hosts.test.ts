import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../src/build/project.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";
import { openBrowser } from "../browser/browser.ts";

/* The sample on real servers, with the files that `host:` adds: status codes, redirects, headers, caching, compression. */

const movedArticle = '---\ntitle: Moved\ndate: 1969-01-02\nformerUrls: [/old/story, /old/story.html, "/a%20(b)%20$c.html"]\n---\nText.\n';

type Server = "nginx" | "apache" | "caddy";

const folder = mkdtempSync(path.join(tmpdir(), "backfile-hosts-"));
// Servers read the site as another user.
chmodSync(folder, 0o755);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each<[Server, string]>([
  ["nginx", "/"],
  ["apache", "/"],
  ["caddy", "/"],
  ["nginx", "/archive/"],
  ["apache", "/archive/"],
  ["caddy", "/archive/"],
])("on %s below %s", (server, base) => {
  const own = path.join(folder, server + base.replaceAll("/", "-"));
  const content = path.join(own, "articles");
  const output = path.join(own, "root", base.slice(1, -1));
  let origin = "";
  let process: ChildProcess | undefined;

  beforeAll(async () => {
    mkdirSync(path.dirname(output), { recursive: true });
    cpSync(path.join(projectFolder, "articles"), content, { recursive: true });
    appendFileSync(path.join(content, "archive.yaml"), `\nhost: ${server}\n`);
    writeFileSync(path.join(content, "1969/moved.md"), movedArticle);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    await buildForTest(content, output, { siteUrl: origin, basePath: base, search: base === "/" });
    process = start(server, own, output, port);
    await untilAnswered(origin + base);
  }, 600_000);

  afterAll(() => {
    process?.kill();
    forgetBuild(output);
  });

  const get = (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(origin + base + address.slice(1), { redirect: "manual", headers });

  test("pages are there, strictly guarded, and asked for again each time", async () => {
    const answer = await get("/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/u);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'/u);
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  test("style sheet, scripts and pictures are kept for a year, under the same guard", async () => {
    const style = readdirSync(path.join(output, "assets")).find((name) => name.endsWith(".css"));
    const picture = readdirSync(path.join(output, "images"), { recursive: true }).find((name) => String(name).endsWith(".webp"));
    for (const address of [`/assets/${style}`, `/images/${picture}`]) {
      const answer = await get(address);
      expect([address, answer.status, answer.headers.get("cache-control")]).toEqual([address, 200, "public, max-age=31536000, immutable"]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("a page that has not changed is not sent again", async () => {
    const plain = { "accept-encoding": "identity" };
    const etag = (await get("/about/", plain)).headers.get("etag");
    expect((await get("/about/", { ...plain, "if-none-match": etag ?? "" })).status).toBe(304);
  });

  test.each(["/", "/feed.xml", "/sitemap.xml"])("%s is compressed", async (address) => {
    expect((await get(address, { "accept-encoding": "gzip" })).headers.get("content-encoding")).toBe("gzip");
  });

  test("an address without its last slash leads to the one with it", async () => {
    const answer = await get("/about");
    expect(answer.status).toBeGreaterThan(300);
    expect(answer.status).toBeLessThan(309);
    expect(answer.headers.get("location")).toMatch(/\/about\/$/u);
  });

  test.each(["/old/story/", "/old/story.html", "/a%20(b)%20$c.html"])("the former address %s leads on for ever", async (address) => {
    const answer = await get(address);
    expect([answer.status, new URL(answer.headers.get("location") ?? "", origin).pathname]).toEqual([301, `${base}1969/moved/`]);
  });

  test("what is not there is answered with the archive's own page", async () => {
    const answer = await get("/nowhere/");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(readFileSync(path.join(output, "404.html"), "utf8"));
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'/u);
  });

  test("the server's own files are not handed out", async () => {
    expect((await get({ nginx: "/nginx.conf", apache: "/.htaccess", caddy: "/Caddyfile" }[server])).status).toBeGreaterThan(400);
  });

  test("a browser shows pages, and searches where there is an index, with the policy on", async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      for (const address of ["/", "/1969/moved/", "/people/", "/places/", "/places/map/", "/dates/"]) await page.goto(origin + base + address.slice(1));
      if (base === "/") {
        await page.goto(`${origin}/search/?q=moon`);
        await page.getByRole("link", { name: /moon/iu }).first().waitFor({ timeout: 30_000 });
      }
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe.each(["/", "/archive/"])("on Python's http.server below %s", (base) => {
  const own = path.join(folder, `python${base.replaceAll("/", "-")}`);
  const output = path.join(own, "root", base.slice(1, -1));
  let origin = "";
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    mkdirSync(path.dirname(output), { recursive: true });
    const content = path.join(own, "articles");
    cpSync(path.join(projectFolder, "articles"), content, { recursive: true });
    writeFileSync(path.join(content, "1969/moved.md"), movedArticle);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    await buildForTest(content, output, { siteUrl: origin, basePath: base, search: base === "/" });
    server = spawn("python3", ["-m", "http.server", "--bind", "127.0.0.1", "--directory", path.join(own, "root"), String(port)], { stdio: "ignore" });
    await untilAnswered(origin + base);
  }, 600_000);

  afterAll(() => {
    server?.kill();
    forgetBuild(output);
  });

  test("pages, style sheet, feed and sitemap are there, and an address without its last slash leads to the one with it", async () => {
    const style = readdirSync(path.join(output, "assets")).find((name) => name.endsWith(".css"));
    for (const address of ["", "about/", "feed.xml", "sitemap.xml", `assets/${style}`]) expect([address, (await fetch(origin + base + address)).status]).toEqual([address, 200]);
    expect((await fetch(`${origin}${base}about`, { redirect: "manual" })).status).toBe(301);
    expect((await fetch(`${origin}${base}nowhere/`)).status).toBe(404);
  });

  test("a browser follows a former address, and searches where there is an index", async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const former of ["old/story/", "old/story.html", "a%20(b)%20$c.html"]) {
        await page.goto(origin + base + former);
        await page.waitForURL(`${origin}${base}1969/moved/`);
      }
      if (base === "/") {
        await page.goto(`${origin}/search/?q=moon`);
        await page.getByRole("link", { name: /moon/iu }).first().waitFor({ timeout: 30_000 });
      }
    } finally {
      await browser.close();
    }
  });
});

function start(server: Server, own: string, output: string, port: number): ChildProcess {
  const config = path.join(own, "config");
  const root = path.join(own, "root");
  const run = (command: string, args: readonly string[]): ChildProcess => spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (server === "nginx") {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${own}/${name};`).join("\n");
    writeFileSync(config, `daemon off;\npid ${own}/pid;\nerror_log stderr warn;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temporary}\nserver {\nlisten 127.0.0.1:${port};\nroot ${root};\ninclude ${output}/nginx.conf;\n}\n}\n`);
    return run("nginx", ["-c", config]);
  }
  if (server === "apache") {
    const modules = ["mpm_event", "authz_core", "mime", "dir", "alias", "headers", "deflate", "filter", "setenvif"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n");
    writeFileSync(config, `${modules}\nServerName 127.0.0.1\nServerRoot ${own}\nPidFile ${own}/pid\nDefaultRuntimeDir ${own}\nListen 127.0.0.1:${port}\nUser www-data\nGroup www-data\nErrorLog ${own}/error.log\nTypesConfig /etc/mime.types\nDocumentRoot ${root}\n<Directory ${root}>\nAllowOverride All\nRequire all granted\n</Directory>\n<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n`);
    return run("apache2", ["-DFOREGROUND", "-f", config]);
  }
  writeFileSync(config, `{\nadmin off\nauto_https off\n}\nhttp://127.0.0.1:${port} {\nroot * ${root}\nimport ${output}/Caddyfile\n}\n`);
  return run("caddy", ["run", "--config", config, "--adapter", "caddyfile"]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function untilAnswered(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(url);
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error(`nothing answers at ${url}`);
}
