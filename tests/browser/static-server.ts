import { readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface StaticServer {
  /** Origin and base path, "http://127.0.0.1:43210/archive/". */
  readonly url: string;
  /** Paths that are answered with status 503, as if the host were down; may be changed at any time. */
  readonly broken: RegExp[];
  /** Paths asked for, in order, without the base. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Path the folder is published under, with both slashes. */
  readonly base?: string;
  /** Content-Security-Policy of every answer. */
  readonly policy?: string;
}

/** Publishes a folder on 127.0.0.1, on any free port, the way a plain static host does. */
export async function serveFolder(folder: string, { base = "/", policy }: ServerOptions = {}): Promise<StaticServer> {
  const broken: RegExp[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (policy !== undefined) response.setHeader("Content-Security-Policy", policy);
    // Browsers ask for it unasked, at the origin's root, and complain where it is missing.
    if (pathname === "/favicon.ico") return send(response, 204, "image/x-icon", "");
    const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
    if (path !== undefined) asked.push(path);
    if (path === undefined) return send(response, 404, "text/plain", "outside the base path");
    if (broken.some((pattern) => pattern.test(path))) return send(response, 503, "text/html", "<p>Out of order</p>");
    const file = fileAt(join(folder, normalize(`/${path}`)));
    if (file === undefined) return send(response, 404, "text/html", "<p>Not found</p>");
    send(response, 200, contentTypes[extname(file)] ?? "application/octet-stream", readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}${base}`,
    broken,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

function fileAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isDirectory() ? fileAt(join(path, "index.html")) : path;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "Content-Type": type }).end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
