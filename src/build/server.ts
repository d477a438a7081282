import { once } from "node:events";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { html, type Html } from "../html/html.ts";

/** What `startServer` is told. */
export interface ServerOptions {
  /** The built site's folder. It is opened anew for every request, so a build may swap it at any time. */
  readonly root: string;
  /** The path the site lives under, with both slashes: "/" or "/archive/". */
  readonly base: string;
  /** The wanted port; 0 takes any free one. */
  readonly port: number;
  readonly host?: "127.0.0.1" | "::1";
  /** Sees every well-formed request below the base before the files do; true when it has answered. */
  readonly answerFirst?: (visit: Visit) => boolean;
  /** Changes an HTML page on its way out; the file stays as it is. */
  readonly editHtml?: (page: Buffer) => Buffer;
}

/** A request below the base: "/archive/1987/03/?x" under "/archive/" has the path "1987/03/" and the query "x". */
export interface Visit {
  readonly path: string;
  readonly query: string;
  readonly response: ServerResponse;
}

export interface SiteServer {
  /** The home page: "http://127.0.0.1:8080/archive/". */
  readonly url: string;
  readonly port: number;
  /** Ends open connections too, event streams among them. */
  close(): Promise<void>;
}

/**
 * Serves a built site to this machine's browsers, and to nothing else.
 * Throws where `base` lacks a slash, and where neither the wanted port nor one of the next twenty is free.
 */
export async function startServer(options: ServerOptions): Promise<SiteServer> {
  const { base, host = "127.0.0.1" } = options;
  if (!/^\/(?:.*\/)?$/u.test(base)) throw new Error(`the base path "${base}" must begin and end with a slash`);
  let port = options.port;
  const server = createServer((request, response) => {
    answer(request, response, options, port).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, "text/plain", `The page could not be read: ${String(error)}\n`);
    });
  });
  port = await listen(server, options.port, host);
  const name = host === "::1" ? "[::1]" : host;
  return { url: `http://${name}:${port}${base}`, port, close: () => close(server) };
}

/** Sends a whole answer. `kind` is a media type without its charset: everything of ours that is text is UTF-8. */
export function send(response: ServerResponse, status: number, kind: string, body: string | Buffer): void {
  // A browser shows a picture alone in a page of its own, whose styles the policy would forbid. SVG is a document.
  if (kind.startsWith("image/") && kind !== "image/svg+xml") response.removeHeader("Content-Security-Policy");
  const isText = /^text\/|javascript|json|xml/u.test(kind);
  response.writeHead(status, {
    "Content-Type": isText ? `${kind}; charset=utf-8` : kind,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions, port: number): Promise<void> {
  const { root, base, answerFirst, editHtml = (page: Buffer) => page } = options;
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (!isOurs(request.headers.host, port)) {
    return send(response, 403, "text/plain", "This server answers to 127.0.0.1 and localhost only.\n");
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return send(response, 405, "text/plain", "Only GET and HEAD are answered here.\n");
  }

  const [path = "", query = ""] = (request.url ?? "").split(/[?#]/u);
  if (`${path}/` === base) return redirect(response, base, query);
  if (!path.startsWith("/")) return send(response, 400, "text/plain", "The address must begin with a slash.\n");
  if (!path.startsWith(base)) return send(response, 404, "text/html", `${hint(base)}`);
  const segments = decodeSegments(path.slice(base.length));
  if (segments === undefined) return send(response, 400, "text/plain", "The address has a malformed % sequence.\n");
  if (answerFirst?.({ path: segments.join("/"), query, response })) return;

  const found = isSafe(segments) ? await findAgain(root, segments) : undefined;
  if (found === "folder") {
    return redirect(response, `${base}${segments.map(encodeURIComponent).join("/")}/`, query);
  }
  const file = found ?? (await findAgain(root, ["404.html"]));
  if (file === undefined || file === "folder") return send(response, 404, "text/plain", "Not found.\n");
  const body = file.kind === "text/html" ? editHtml(file.body) : file.body;
  send(response, found === undefined ? 404 : 200, file.kind, body);
}

function hint(base: string): Html {
  return html`<!doctype html><title>Not found</title><p>This site lives under <a href="${base}">${base}</a>.</p>`;
}

// A page elsewhere can point its own name, "evil.example", at 127.0.0.1 and then read this site as if it were its own
// (DNS rebinding). Its requests still carry that name in the Host header.
function isOurs(hostHeader: string | undefined, port: number): boolean {
  const name = hostHeader?.toLowerCase();
  const isOnPort = (own: string) => name === `${own}:${port}` || (port === 80 && name === own);
  return ["127.0.0.1", "localhost", "[::1]"].some(isOnPort);
}

function redirect(response: ServerResponse, path: string, query: string): void {
  response.setHeader("Location", query === "" ? path : `${path}?${query}`);
  send(response, 308, "text/plain", "The address ends with a slash.\n");
}

function decodeSegments(path: string): string[] | undefined {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

// Each segment must be a plain name; only the last may be empty ("1987/03/" is ["1987", "03", ""]). So "..", "%2e%2e",
// "a%2f..%2fb" and "a//b" have no file: a browser never asks for the first three, and many hosts do not know the last.
function isSafe(segments: readonly string[]): boolean {
  return segments.every((segment, i) =>
    segment === "" ? i === segments.length - 1 : segment !== "." && segment !== ".." && !/[/\\\0]/u.test(segment),
  );
}

type Found = "folder" | { readonly kind: string; readonly body: Buffer };

// A swap renames the old folder away and the new one into place; between the two there is nothing.
async function findAgain(root: string, segments: readonly string[]): Promise<Found | undefined> {
  const found = await find(root, segments);
  if (found !== undefined) return found;
  await pause(swapMilliseconds);
  return await find(root, segments);
}

async function find(root: string, segments: readonly string[]): Promise<Found | undefined> {
  const names = segments.at(-1) === "" ? [...segments.slice(0, -1), "index.html"] : segments;
  try {
    const fence = await realpath(root);
    const path = await realpath(join(fence, ...names));
    // A symbolic link may lead about within the site ("latest.html" to "1987/index.html"), not out of it.
    if (!path.startsWith(fence.endsWith(sep) ? fence : fence + sep)) return undefined;
    const stats = await stat(path);
    if (stats.isDirectory()) return "folder";
    if (!stats.isFile()) return undefined;
    return { kind: kinds[extname(names.at(-1) ?? "").toLowerCase()] ?? "application/octet-stream", body: await readFile(path) };
  } catch (error) {
    if (missing.has(codeOf(error))) return undefined;
    throw error;
  }
}

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + portsTried, 65_535);
  for (let port = wanted; ; port++) {
    try {
      server.listen({ port, host });
      await once(server, "listening");
      const address = server.address();
      return address !== null && typeof address === "object" ? address.port : port;
    } catch (error) {
      if (!taken.has(codeOf(error))) throw error;
      if (port >= last) throw new Error(`no port from ${wanted} to ${last} is free; choose another with --port`, { cause: error });
    }
  }
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Two renames take some 50 microseconds; a busy disk may need a few milliseconds. */
const swapMilliseconds = 10;
const portsTried = 20;
const missing: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"]);
/** EACCES: Windows keeps ranges of ports for itself and answers so. */
const taken: ReadonlySet<unknown> = new Set(["EADDRINUSE", "EACCES"]);

const securityHeaders = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; font-src 'self'",
  // An article that is not out yet must not be readable by another site open in the same browser.
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Pagefind's .pf_index, .pf_meta, .pf_fragment and .pagefind are bytes, as is all that has no entry here. */
const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html", ".css": "text/css", ".txt": "text/plain", ".csv": "text/csv",
  ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm",
  ".xml": "application/xml", ".webmanifest": "application/manifest+json", ".pdf": "application/pdf", ".woff2": "font/woff2",
  ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml",
  ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
};
