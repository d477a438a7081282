import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { html, type Html } from "../html/html.ts";
import { send, startServer, type SiteServer, type Visit } from "./server.ts";
import { watchFolders } from "./watcher.ts";

/** What `serveSite` is told. Paths are relative to the working folder, as the build's are. */
export interface ServeOptions {
  readonly content: string;
  readonly output: string;
  readonly port: number;
  /** Where Backfile's own layouts/ and src/ are. */
  readonly projectRoot: string;
  /** What `backfile build` gets beside --content and --output: ["--base-path", "/archive/"]. */
  readonly buildArguments: readonly string[];
  /** Takes one line, without its end; "error" for what the build wrote to standard error. */
  readonly print: (line: string, stream: "output" | "error") => void;
  /** The path the site is built for, with both slashes. Default "/". */
  readonly base?: string;
  /** The archive's title, for the line that says where it is served. */
  readonly title?: string;
  /** Stops serving, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  /** Another build than `backfile build`, for tests. */
  readonly buildCommand?: BuildCommand;
}

export interface BuildCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Builds, serves, and builds again whenever the content or a template changes, until Ctrl-C; open pages reload.
 * Returns the exit code: 0 when stopped, 2 when the first build says that its arguments are wrong, for no edit mends that.
 * Throws when no port is free.
 */
export async function serveSite(options: ServeOptions): Promise<0 | 2> {
  const { print, output, content, projectRoot, base = "/" } = options;
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const { signal } = stopping;
  for (const name of stopSignals) process.once(name, stop);
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener("abort", stop);

  const pages = openPages(base);
  const command = options.buildCommand ?? ownBuild(options);
  let outcome: Outcome = { code: 0, messages: [] };
  let building: Promise<void> | undefined;
  let isQueued = false;

  // Never two builds at once. However many changes come while one runs, one more build sees them all.
  async function buildUntilQuiet(): Promise<void> {
    do {
      isQueued = false;
      outcome = await runBuild(command, print, signal);
      pages.reload();
    } while (isQueued && !signal.aborted);
    building = undefined;
  }

  const watcher = watchFolders([content, join(projectRoot, "layouts"), join(projectRoot, "src")], (changed) => {
    const paths = changed.filter((path) => !isWrittenByBuild(resolve(path), options));
    if (paths.length === 0) return;
    print(`Changed: ${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ` and ${paths.length - 3} more` : ""}`, "output");
    isQueued = true;
    building ??= buildUntilQuiet();
  });
  let server: SiteServer | undefined;
  try {
    building = buildUntilQuiet();
    await building;
    if (outcome.code === 2) return 2;
    if (signal.aborted) return 0;

    const answerFirst = (visit: Visit): boolean => {
      if (pages.answer(visit)) return true;
      if (outcome.code === 0 || !isPage(visit.path) || new URLSearchParams(visit.query).has("stale")) return false;
      send(visit.response, 500, "text/html", `${errorPage(outcome, existsSync(join(output, "index.html")), pages.tag())}`);
      return true;
    };
    const editHtml = (page: Buffer) => insertBeforeEnd(page, `${pages.tag()}`);
    server = await startServer({ root: output, base, port: options.port, answerFirst, editHtml });
    if (options.port !== 0 && server.port !== options.port) print(`Port ${options.port} is taken.`, "output");
    print(`Serving ${options.title === undefined ? "" : `${options.title} `}${server.url} (Ctrl-C stops)`, "output");
    if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done));
    return 0;
  } finally {
    watcher.close();
    stop();
    await building;
    await server?.close();
    for (const name of stopSignals) process.off(name, stop);
    options.signal?.removeEventListener("abort", stop);
  }
}

const stopSignals = ["SIGINT", "SIGTERM"] as const;

// Each build is a process of its own, because a module that Node has imported stays as it was: were layouts/article.11ty.ts
// imported again, the src/html/byline.ts behind it would still be the old one. A new process reads every file anew, however
// deep, and a template that throws, loops or eats all memory cannot take the server with it.
function ownBuild({ projectRoot, content, output, buildArguments }: ServeOptions): BuildCommand {
  const cli = join(projectRoot, "src/start.js");
  return { command: process.execPath, args: [cli, "build", "--preview", "--content", content, "--output", output, ...buildArguments] };
}

/** How a build ended: its exit code (0 done, 1 the content is wrong, 3 something else) and what it wrote to standard error. */
interface Outcome {
  readonly code: number;
  readonly messages: readonly string[];
}

function runBuild({ command, args }: BuildCommand, print: ServeOptions["print"], signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return Promise.resolve({ code: 3, messages: [] });
  const { promise, resolve: finish } = Promise.withResolvers<Outcome>();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const messages: string[] = [];
  const complain = (line: string) => {
    messages.push(stripVTControlCharacters(line));
    print(line, "error");
  };
  createInterface({ input: child.stdout }).on("line", (line) => print(line, "output"));
  createInterface({ input: child.stderr }).on("line", complain);

  let killing: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill();
    killing = setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds);
    // A grandchild may hold the pipes open longer than the build lives; "close" would wait for it.
    child.once("exit", () => [child.stdout, child.stderr].forEach((stream) => stream.destroy()));
  };
  signal.addEventListener("abort", stop);
  child.on("error", (error) => complain(`the build could not start: ${error.message}`));
  child.on("close", (code, killer) => {
    clearTimeout(killing);
    signal.removeEventListener("abort", stop);
    if (killer !== null && !signal.aborted) complain(`the build was ended by ${killer}`);
    finish({ code: code !== null && code >= 0 ? code : 3, messages });
  });
  return promise;
}

/** A build that is stopped may tidy up so long; it is safe to kill at any moment all the same. */
const patienceMilliseconds = 2000;

// The output may stand inside the content ("public" in "."), with its next generation beside it ("public.next"), and a
// build beside this one writes the ledger: to build again for these would be for nothing, or never end.
function isWrittenByBuild(path: string, { content, output }: ServeOptions): boolean {
  const site = resolve(output);
  return path === site || path.startsWith(site + sep) || path.startsWith(`${site}.`) || path.startsWith(resolve(content, "ledger.txt"));
}

/** The pages open in browsers. Each carries the number of the build it shows, and hears the newest as server-sent events. */
function openPages(base: string) {
  const streams = new Set<ServerResponse>();
  let builds = 0;
  // With the process's number, a page that outlives this server reloads when the next one answers.
  const newest = () => `${process.pid}-${builds}`;

  function reload(): void {
    builds++;
    for (const stream of streams) stream.write(`data: ${newest()}\n\n`);
  }

  function tag(): Html {
    return html`<script type="module" src="${base}__backfile/reload.js?${newest()}"></script>`;
  }

  function answer({ path, response }: Visit): boolean {
    if (path === "__backfile/reload.js") send(response, 200, "text/javascript", reloadScript);
    else if (path === "__backfile/events") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(`retry: 1000\ndata: ${newest()}\n\n`);
      streams.add(response);
      response.on("close", () => streams.delete(response));
      if (response.req.method === "HEAD") response.end();
    } else return false;
    return true;
  }
  return { reload, tag, answer };
}

// A hidden page lets go of its stream: browsers allow six connections to a host, so a seventh tab would hang. It hears the
// newest build when it is looked at again.
const reloadScript = `const here = new URL(import.meta.url);
let events;
function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(new URL("events", here));
  events.onmessage = ({ data }) => { if (data !== here.search.slice(1)) location.reload(); };
}
document.addEventListener("visibilitychange", listen);
listen();
`;

function insertBeforeEnd(page: Buffer, markup: string): Buffer {
  const end = page.lastIndexOf("</body>");
  const at = end === -1 ? page.length : end;
  return Buffer.concat([page.subarray(0, at), Buffer.from(markup), page.subarray(at)]);
}

// "", "1987/03/", "404.html" and "about" are pages; style sheets and images keep coming, for the last good build.
function isPage(path: string): boolean {
  return /(?:^|\/)[^/.]*$|\.html$/u.test(path);
}

function errorPage({ code, messages }: Outcome, hasGoodBuild: boolean, reloadTag: Html): Html {
  const heading = code === 1 ? "The content needs a correction" : "The build failed";
  const more = messages.length - messagesShown;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title></head>
<body>
<main>
<h1>${heading}</h1>
<pre>${messages.slice(0, messagesShown).join("\n")}</pre>
${more > 0 ? html`<p>${more} more lines are in the terminal.</p>` : undefined}
<p>This page reloads by itself when it is mended.${hasGoodBuild ? html` Until then: <a href="?stale">show the last good build</a>.` : undefined}</p>
</main>
${reloadTag}
</body>
</html>
`;
}

/** A mistake in a whole import repeats itself thousands of times. */
const messagesShown = 300;
