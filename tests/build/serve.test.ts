import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serveSite, type ServeOptions } from "../../src/build/serve.ts";

// A build as far as `serveSite` can see one: it copies articles/text.txt into a page, fails with the code in articles/fail.txt,
// is as slow as articles/slow.txt says, and leaves a trace of every start and end.
const fakeBuild = `
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
const read = (name) => (existsSync("articles/" + name) ? readFileSync("articles/" + name, "utf8") : "");
appendFileSync("trace.txt", "start " + process.pid + "\\n");
if (existsSync("articles/ledger.txt")) writeFileSync("articles/ledger.txt", "written by the build");
await new Promise((done) => setTimeout(done, Number(read("slow.txt"))));
const code = Number(read("fail.txt"));
if (code > 0) {
  console.error("articles/a.md:4:9 date: \\u001b[31m<b>\\"2001-02-30\\"</b>\\u001b[0m is not a calendar date");
} else {
  mkdirSync("_site/1987", { recursive: true });
  writeFileSync("_site/index.html", "<body><p>" + read("text.txt") + "</p></body>");
  writeFileSync("_site/1987/index.html", "<body><p>1987</p></body>");
  writeFileSync("_site/style.css", "p {}");
  console.log("1 article");
}
appendFileSync("trace.txt", "end\\n");
process.exitCode = code;
`;

let folder = "";
let printed: string[] = [];
let stopping = new AbortController();
let ended: Promise<number> | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backfile-serve-"));
  printed = [];
  stopping = new AbortController();
  for (const name of ["articles", "layouts", "src"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "build.mjs"), fakeBuild);
  edit("text.txt", "first");
});

afterEach(async () => {
  stopping.abort();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts serving; gives the address once it is printed. */
async function start(options: Partial<ServeOptions> = {}): Promise<string> {
  begin(options);
  await vi.waitFor(() => expect(printed.join("\n")).toContain("Serving "), 5000);
  return /http:\S+/.exec(printed.join("\n"))?.[0] ?? "";
}

function begin(options: Partial<ServeOptions> = {}): void {
  ended = serveSite({
    content: join(folder, "articles"),
    output: join(folder, "_site"),
    projectRoot: folder,
    port: 0,
    buildArguments: [],
    print: (line, stream) => printed.push(`${stream}: ${line}`),
    signal: stopping.signal,
    buildCommand: { command: "/bin/sh", args: ["-c", `cd '${folder}' && exec '${process.execPath}' build.mjs`] },
    ...options,
  });
}

function edit(name: string, text: string): void {
  writeFileSync(join(folder, "articles", name), text);
}

const trace = () => readFileSync(join(folder, "trace.txt"), "utf8").replaceAll(/ \d+/g, "").trim().split("\n");
const builds = (count: number) => vi.waitFor(() => expect(trace().filter((line) => line === "end")).toHaveLength(count), 5000);
const shows = (url: string, text: string) =>
  vi.waitFor(async () => expect(await (await fetch(url)).text()).toContain(text), { timeout: 5000, interval: 30 });

test("builds, passes on what the build prints, and serves with a script that the files do not have", async () => {
  const url = await start({ title: "The Example" });
  expect(printed).toEqual(["output: 1 article", `output: Serving The Example ${url} (Ctrl-C stops)`]);
  const page = await (await fetch(url)).text();
  expect(page).toMatch(/^<body><p>first<\/p><script type="module" src="\/__backfile\/reload.js\?\d+-1"><\/script><\/body>$/);
  expect(readFileSync(join(folder, "_site/index.html"), "utf8")).toBe("<body><p>first</p></body>");
  const script = await fetch(`${url}__backfile/reload.js`);
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});

test("under a base path the script is there too", async () => {
  const url = await start({ base: "/archive/" });
  expect(url).toMatch(/\/archive\/$/);
  expect(await (await fetch(url)).text()).toContain('src="/archive/__backfile/reload.js?');
  expect((await fetch(`${url}__backfile/reload.js`)).status).toBe(200);
});

test("a taken port is said to be taken", async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => void holder.listen(0, "127.0.0.1", resolve));
  const address = holder.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const url = await start({ port });
  expect(printed).toContain(`output: Port ${port} is taken.`);
  expect((await fetch(url)).status).toBe(200);
  await new Promise<void>((resolve) => void holder.close(() => resolve()));
});

test("an edit of an article, a template or a component builds again", async () => {
  const url = await start();
  edit("text.txt", "second");
  await shows(url, "second");
  expect(printed.join("\n")).toMatch(/Changed: \S*articles\/text.txt$/m);
  writeFileSync(join(folder, "layouts/article.11ty.ts"), "");
  await builds(3);
  mkdirSync(join(folder, "src/html"));
  writeFileSync(join(folder, "src/html/byline.ts"), "");
  await builds(4);
});

test("a component two imports behind a template takes effect at its first edit", async () => {
  mkdirSync(join(folder, "_site"));
  const component = (sign: string) => writeFileSync(join(folder, "src/sign.ts"), `export const sign: string = "${sign}";`);
  component("before");
  writeFileSync(join(folder, "src/byline.ts"), 'export { sign } from "./sign.ts";');
  writeFileSync(
    join(folder, "layouts/home.ts"),
    `import { writeFileSync } from "node:fs";
     import { sign } from "../src/byline.ts";
     writeFileSync(${JSON.stringify(join(folder, "_site/index.html"))}, sign);`,
  );
  const url = await start({ buildCommand: { command: process.execPath, args: [join(folder, "layouts/home.ts")] } });
  await shows(url, "before");
  component("after");
  await shows(url, "after");
});

test("open pages hear of each build, and a page that missed one hears it when it comes back", async () => {
  const url = await start();
  const stream = await fetch(`${url}__backfile/events`);
  expect(stream.headers.get("content-type")).toBe("text/event-stream");
  let heard = "";
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await vi.waitFor(() => expect(heard).toMatch(/data: \d+-1\n\n$/));
  edit("text.txt", "second");
  await vi.waitFor(() => expect(heard).toMatch(/data: \d+-2\n\n$/), 5000);
  expect(/reload.js\?(\S+)"/.exec(await (await fetch(url)).text())?.[1]).toBe(/\S+\s*$/.exec(heard)?.[0].trim());
  stopping.abort();
  await reading;
});

test("changes during a build wait for it, and bring exactly one more", async () => {
  await start();
  edit("slow.txt", "1000");
  await vi.waitFor(() => expect(trace()).toHaveLength(3), 5000);
  for (const text of ["a", "b", "c"]) {
    edit("text.txt", text);
    await pause(120);
  }
  await builds(3);
  await pause(400);
  expect(trace()).toEqual(["start", "end", "start", "end", "start", "end"]);
  expect(readFileSync(join(folder, "_site/index.html"), "utf8")).toContain("c");
});

test("what the build itself writes starts no build", async () => {
  edit("ledger.txt", "");
  edit("slow.txt", "100");
  mkdirSync(join(folder, "articles/public"));
  await start();
  await pause(300);
  expect(trace()).toEqual(["start", "end"]);
  stopping.abort();
  await ended;

  rmSync(join(folder, "trace.txt"));
  printed = [];
  stopping = new AbortController();
  await start({ output: join(folder, "articles/public") });
  writeFileSync(join(folder, "articles/public/index.html"), "");
  mkdirSync(join(folder, "articles/public.next"));
  await pause(300);
  expect(trace()).toEqual(["start", "end"]);
});

test("wrong content is shown in the terminal and on every page, escaped, until it is mended", async () => {
  const url = await start();
  edit("fail.txt", "1");
  await shows(url, "The content needs a correction");
  expect(printed.some((line) => line.startsWith("error: articles/a.md:4:9 date:"))).toBe(true);
  for (const path of ["", "1987/", "nothing/", "search/?q=x"]) {
    const answer = await fetch(url + path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
    const page = await answer.text();
    expect(page).toContain("<pre>articles/a.md:4:9 date: &lt;b&gt;&quot;2001-02-30&quot;&lt;/b&gt; is not a calendar date</pre>");
    expect(page).toContain("__backfile/reload.js?");
    expect(page).toContain('<a href="?stale">');
  }
  expect(await (await fetch(`${url}1987/?stale`)).text()).toContain("<p>1987</p>");
  expect((await fetch(`${url}style.css`)).status).toBe(200);
  rmSync(join(folder, "articles/fail.txt"));
  await shows(url, "<p>first</p>");
});

test("a first build that fails is served as its messages, with no older build to offer", async () => {
  edit("fail.txt", "1");
  const url = await start();
  const answer = await fetch(url);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("?stale");
  edit("fail.txt", "0");
  await shows(url, "<p>first</p>");
});

test.each([
  ["3", "The build failed"],
  ["1", "The content needs a correction"],
])("exit code %s is headed: %s", async (code, heading) => {
  edit("fail.txt", code);
  expect(await (await fetch(await start())).text()).toContain(`<h1>${heading}</h1>`);
});

test("a build that cannot start is a failed build", async () => {
  const url = await start({ buildCommand: { command: join(folder, "nowhere"), args: [] } });
  expect(await (await fetch(url)).text()).toMatch(/the build could not start: spawn \S+nowhere ENOENT/);
});

test("a build killed from outside is a failed build", async () => {
  const url = await start({ buildCommand: { command: "/bin/sh", args: ["-c", "kill -9 $$"] } });
  expect(await (await fetch(url)).text()).toContain("the build was ended by SIGKILL");
});

test("arguments that the first build refuses end it with exit code 2", async () => {
  edit("fail.txt", "2");
  begin();
  expect(await ended).toBe(2);
});

test("stopping in the middle of a build ends the build, with exit code 0", async () => {
  edit("slow.txt", "60000");
  begin();
  await vi.waitFor(() => expect(existsSync(join(folder, "trace.txt"))).toBe(true), 5000);
  stopping.abort();
  expect(await ended).toBe(0);
  expect(isRunning()).toBe(false);
});

test.each([
  ["while serving", ""],
  ["while building", "60000"],
])("Ctrl-C %s ends server and build with exit code 0", async (_when, slow) => {
  edit("slow.txt", slow);
  writeFileSync(
    join(folder, "serve.ts"),
    `import { serveSite } from ${JSON.stringify(join(import.meta.dirname, "../../src/build/serve.ts"))};
     process.exitCode = await serveSite({ content: "articles", output: "_site", projectRoot: ".", port: 0, buildArguments: [],
       print: (line: string) => console.log(line), buildCommand: { command: process.execPath, args: ["build.mjs"] } });`,
  );
  const child = spawn(process.execPath, ["serve.ts"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const exit = new Promise<unknown>((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await vi.waitFor(() => expect(slow === "" ? output.includes("Serving") : existsSync(join(folder, "trace.txt"))).toBe(true), 5000);
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(isRunning()).toBe(false);
});

/** Whether the build that started last is alive. */
function isRunning(): boolean {
  const id = Number(/start (\d+)\n(?!.*start)/s.exec(readFileSync(join(folder, "trace.txt"), "utf8"))?.[1]);
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
