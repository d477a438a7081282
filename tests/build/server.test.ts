import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startServer, type ServerOptions, type SiteServer } from "../../src/build/server.ts";

let folder = "";
let root = "";
let servers: SiteServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backfile-server-"));
  root = join(folder, "_site");
  write(root, {
    "index.html": "<p>home</p>",
    "404.html": "<p>no such page</p>",
    "1987/03/index.html": "<p>March</p>",
    "a b/index.html": "<p>space</p>",
  });
  write(folder, { "secret.txt": "secret", "_site-old/index.html": "secret" });
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  rmSync(folder, { recursive: true, force: true });
});

async function serve(options: Partial<ServerOptions> = {}): Promise<SiteServer> {
  const server = await startServer({ root, base: "/", port: 0, ...options });
  servers.push(server);
  return server;
}

function write(parent: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(parent, name)), { recursive: true });
    writeFileSync(join(parent, name), text);
  }
}

/** Sends bytes as they are, which fetch would not, and gives back the whole answer. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(text, "latin1")));
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

async function statusOf(port: number, target: string, method = "GET"): Promise<number> {
  const answer = await raw(port, `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  expect(answer).not.toContain("secret");
  return Number(answer.slice(9, 12));
}

describe("pages", () => {
  test("a folder's address shows its index.html", async () => {
    const { url } = await serve();
    expect(await (await fetch(url)).text()).toBe("<p>home</p>");
    expect(await (await fetch(`${url}1987/03/`)).text()).toBe("<p>March</p>");
    expect(await (await fetch(`${url}a%20b/`)).text()).toBe("<p>space</p>");
  });

  test.each([
    ["1987/03", "/1987/03/"],
    ["1987/03?q=%C3%A9&x", "/1987/03/?q=%C3%A9&x"],
    ["a%20b", "/a%20b/"],
  ])("%s is redirected to %s", async (path, location) => {
    const { url } = await serve();
    const answer = await fetch(url + path, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, location]);
  });

  test("an address without a file gets the site's 404.html, or a plain line where there is none", async () => {
    const { url } = await serve();
    const answer = await fetch(`${url}nothing/`);
    expect([answer.status, await answer.text()]).toEqual([404, "<p>no such page</p>"]);
    rmSync(join(root, "404.html"));
    expect(await (await fetch(`${url}nothing/`)).text()).toBe("Not found.\n");
  });

  test.each([
    ["a.html", "text/html; charset=utf-8"],
    ["a.css", "text/css; charset=utf-8"],
    ["a.js", "text/javascript; charset=utf-8"],
    ["a.json", "application/json; charset=utf-8"],
    ["a.xml", "application/xml; charset=utf-8"],
    ["a.txt", "text/plain; charset=utf-8"],
    ["a.svg", "image/svg+xml; charset=utf-8"],
    ["a.png", "image/png"],
    ["A.JPG", "image/jpeg"],
    ["a.webp", "image/webp"],
    ["a.avif", "image/avif"],
    ["a.wasm", "application/wasm"],
    ["a.woff2", "font/woff2"],
    ["en.pf_index", "application/octet-stream"],
    ["wasm.en.pagefind", "application/octet-stream"],
    ["constructor", "application/octet-stream"],
  ])("%s is sent as %s", async (name, type) => {
    write(root, { [name]: "x" });
    const { url } = await serve();
    const answer = await fetch(url + name);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
  });

  test("every answer carries the security headers and is kept by no cache", async () => {
    const { url } = await serve();
    for (const path of ["", "nothing", "1987/03", "%"]) {
      const { headers } = await fetch(url + path, { redirect: "manual" });
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("last-modified")).toBeNull();
    }
  });

  test("HEAD gets the headers of GET and no body", async () => {
    const { port } = await serve();
    const answer = await raw(port, `HEAD / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*Content-Length: 11\r\n[^]*\r\n\r\n$/);
  });

  test("an edit of HTML leaves other files and the length of the answer right", async () => {
    write(root, { "a.txt": "x" });
    const { url } = await serve({ editHtml: (page) => Buffer.concat([page, Buffer.from("é")]) });
    const page = await fetch(url);
    expect([await page.text(), page.headers.get("content-length")]).toEqual(["<p>home</p>é", "13"]);
    expect(await (await fetch(`${url}a.txt`)).text()).toBe("x");
  });
});

describe("a base path", () => {
  test("moves the whole site below it", async () => {
    const { url, port } = await serve({ base: "/archive/" });
    expect(url).toBe(`http://127.0.0.1:${port}/archive/`);
    expect(await (await fetch(url)).text()).toBe("<p>home</p>");
    const answer = await fetch(`${url}1987/03`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("/archive/1987/03/");
    expect((await fetch(`http://127.0.0.1:${port}/archive`, { redirect: "manual" })).headers.get("location")).toBe("/archive/");
  });

  test("other addresses are not found, with a link to where the site is", async () => {
    const { port } = await serve({ base: "/archive/" });
    for (const path of ["/", "/archives/", "/index.html"]) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('<a href="/archive/">')]);
    }
  });

  test("without its slashes is refused at once", async () => {
    await expect(serve({ base: "archive" })).rejects.toThrow('the base path "archive" must begin and end with a slash');
  });
});

describe("hostile requests", () => {
  const attempts: readonly (readonly [string, number])[] = [
    ["/../../etc/passwd", 404],
    ["/../secret.txt", 404],
    ["/1987/../../secret.txt", 404],
    ["/%2e%2e/secret.txt", 404],
    ["/%2e%2e%2fsecret.txt", 404],
    ["/..%5csecret.txt", 404],
    ["/..\\secret.txt", 404],
    ["/../_site-old/", 404],
    ["/1987/%00", 404],
    ["/index.html%00.txt", 404],
    ["//secret.txt", 404],
    ["//1987/03", 404],
    ["/./index.html", 404],
    ["/index.html/", 404],
    [`/${"a".repeat(5000)}`, 404],
    ["/%", 400],
    ["/%zz", 400],
    ["/%ff", 400],
    ["/\0", 400],
    ["*", 400],
    ["http://evil.example/", 400],
    [`/${"a".repeat(20_000)}`, 431],
  ];
  test.each(attempts.map(([target, status]) => ({ target, status, shown: JSON.stringify(target).slice(0, 40) })))(
    "GET $shown gets $status, and the next request is answered as ever",
    async ({ target, status }) => {
      const { port } = await serve();
      expect(await statusOf(port, target)).toBe(status);
      expect(await statusOf(port, "/")).toBe(200);
    },
  );

  test("a double slash is never redirected to another host", async () => {
    write(root, { "evil.example/index.html": "" });
    const { port } = await serve();
    expect(await statusOf(port, "//evil.example")).toBe(404);
    expect(await statusOf(port, "/%2fevil.example")).toBe(404);
  });

  test("a symbolic link may stay in the site but not lead out of it", async () => {
    symlinkSync(join(root, "1987"), join(root, "latest"));
    symlinkSync(folder, join(root, "up"));
    symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
    symlinkSync("loop", join(root, "loop"));
    const { port } = await serve();
    expect(await statusOf(port, "/latest/03/")).toBe(200);
    for (const target of ["/up", "/up/", "/up/secret.txt", "/link.txt", "/loop"]) expect(await statusOf(port, target)).toBe(404);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("%s is not allowed", async (method) => {
    const { port } = await serve();
    expect(await statusOf(port, "/", method)).toBe(405);
  });

  test("what is no HTTP gets 400 and hurts nobody", async () => {
    const { port } = await serve();
    expect(await raw(port, "\x16\x03\x01\x02\0\x01\0\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    expect(await statusOf(port, "/")).toBe(200);
  });

  test("only this machine's own names are answered, with the right port", async () => {
    const { port } = await serve();
    const statusFor = async (host: string) =>
      (await raw(port, `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).slice(9, 12);
    for (const name of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
      expect(await statusFor(`Host: ${name}:${port}\r\n`)).toBe("200");
    }
    for (const name of [`evil.example:${port}`, "localhost", `localhost:${port + 1}`, `localhost.evil.example:${port}`, ""]) {
      expect(await statusFor(`Host: ${name}\r\n`)).toBe("403");
    }
    expect(await statusFor("")).toBe("400");
    expect((await raw(port, "GET / HTTP/1.0\r\n\r\n")).slice(9, 12)).toBe("403");
  });
});

describe("the port", () => {
  test("is the next free one where the wanted one is taken", async () => {
    const first = await serve();
    const second = await serve({ port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.port).toBeLessThanOrEqual(first.port + 20);
    expect((await fetch(second.url)).status).toBe(200);
  });

  test("is looked for in twenty more places, then given up with advice", async () => {
    const holders = await holdPorts(21);
    const [first = 0] = holders.ports;
    await expect(serve({ port: first })).rejects.toThrow(`no port from ${first} to ${first + 20} is free; choose another with --port`);
    await holders.release();
  });

  test("is open on 127.0.0.1 only", async () => {
    const { port } = await serve();
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.2");
      socket.on("connect", () => resolve("connected"));
      socket.on("error", () => resolve("refused"));
    });
    expect(answer).toBe("refused");
  });
});

test("closing ends a request that is never finished", async () => {
  const server = await serve({ answerFirst: () => true });
  const waiting = fetch(server.url).catch(() => "ended");
  await pause(50);
  await server.close();
  expect(await waiting).toBe("ended");
});

test("while the site's folder is swapped again and again, every request gets one whole generation", async () => {
  const [aside, old] = [join(folder, "_site.next"), join(folder, "_site.old")];
  write(aside, { "index.html": "<p>next</p>", "1987/03/index.html": "<p>April</p>" });
  const { url } = await serve();
  let isSwapping = true;
  const swaps = (async () => {
    while (isSwapping) {
      renameSync(root, old);
      renameSync(aside, root);
      renameSync(old, aside);
      await pause(15);
    }
  })();
  const seen = new Set<string>();
  const end = performance.now() + 700;
  while (performance.now() < end || seen.size < 4) {
    for (const page of [url, `${url}1987/03/`]) {
      const answer = await fetch(page);
      seen.add(`${answer.status} ${await answer.text()}`);
    }
  }
  isSwapping = false;
  await swaps;
  expect([...seen].sort()).toEqual(["200 <p>April</p>", "200 <p>March</p>", "200 <p>home</p>", "200 <p>next</p>"]);
});

test("a request between the two renames of a swap waits for the second", async () => {
  const { url } = await serve();
  await fetch(url);
  renameSync(root, `${root}.old`);
  const asked = fetch(url);
  setTimeout(() => renameSync(`${root}.old`, root), 5);
  expect((await asked).status).toBe(200);
});

test("a site that is gone for good is not found", async () => {
  const { url } = await serve();
  rmSync(root, { recursive: true });
  expect((await fetch(url)).status).toBe(404);
});

/** Takes `count` ports in a row; starts anew elsewhere when another program has one of them. */
async function holdPorts(count: number): Promise<{ ports: number[]; release: () => Promise<void> }> {
  for (let first = 20_000 + (process.pid % 10_000); ; first += count) {
    const holders = Array.from({ length: count }, () => createServer());
    const listening = await Promise.allSettled(
      holders.map(
        (holder, i) =>
          new Promise<void>((resolve, reject) => {
            holder.once("error", reject);
            holder.listen(first + i, "127.0.0.1", resolve);
          }),
      ),
    );
    const release = async () => {
      await Promise.all(holders.map((holder) => new Promise<void>((resolve) => void holder.close(() => resolve()))));
    };
    if (listening.every(({ status }) => status === "fulfilled")) return { ports: holders.map((_, i) => first + i), release };
    await release();
  }
}
