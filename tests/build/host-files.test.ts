import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { afterAll, describe, expect, test } from "vitest";
import { hostFiles, hostRedirect, type HostRedirect } from "../../src/build/host-files.ts";
import { hosts, type Host } from "../../src/model/host.ts";

const folder = mkdtempSync(path.join(tmpdir(), "backfile-host-files-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const site = { base: "/archive/" };
const redirects = [hostRedirect(site, "/old/caf\u00e9.html", "/1987/bridge/"), hostRedirect(site, "/a$b/", "/1987/$/")];

function textOf(host: Host, file: string): string {
  return hostFiles(host, site, redirects).find(({ path }) => path === file)?.text ?? "";
}

test.each([
  ["apache", [".htaccess"]],
  ["caddy", ["Caddyfile"]],
  ["cloudflare", ["_headers", "_redirects"]],
  ["github", [".nojekyll"]],
  ["gitlab", []],
  ["netlify", ["_headers", "_redirects"]],
  ["nginx", ["nginx.conf"]],
  ["s3", ["cloudfront-headers.json"]],
] as const)("%s is given %j", (host, files) => {
  expect(hostFiles(host, site, redirects).map(({ path }) => path)).toEqual(files);
});

test("no policy allows anything inline or from elsewhere", () => {
  for (const host of hosts) {
    for (const { text } of hostFiles(host, site, [])) {
      expect(text).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/u);
    }
  }
  expect(textOf("netlify", "_headers")).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
});

test("_headers guards all pages below the base path and keeps what has a hash in its name", () => {
  const text = textOf("cloudflare", "_headers");
  expect(text).toMatch(/^\/archive\/\*\n {2}Content-Security-Policy: .*\n {2}X-Content-Type-Options: nosniff\n/u);
  expect(text).toContain("/archive/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
});

test("redirects are written as they are asked for, before the page at the same address where a host needs to be told", () => {
  expect(textOf("netlify", "_redirects")).toBe("/archive/old/caf%C3%A9.html /archive/1987/bridge/ 301!\n/archive/a$b/ /archive/1987/$/ 301!\n");
  expect(textOf("cloudflare", "_redirects")).toBe("/archive/old/caf%C3%A9.html /archive/1987/bridge/ 301\n/archive/a$b/ /archive/1987/$/ 301\n");
});

test("signs that a server's language would read are escaped", () => {
  expect(textOf("nginx", "nginx.conf")).toContain('return 301 "/archive/1987/%24/"; }');
  expect(textOf("apache", ".htaccess")).toContain('RedirectMatch 301 "^/archive/a\\$b/$" "/archive/1987/%24/"');
  expect(textOf("caddy", "Caddyfile")).toContain('path "/archive/old/caf\u00e9.html"');
});

describe("as the hosts' own rules have it:", () => {
  const many = Array.from({ length: 12_000 }, (_, i) => ({ from: `/old/${i}/`, to: `/new/${i}/` }));
  const linesOf = (host: Host, all: readonly HostRedirect[]): readonly string[] => {
    const text = hostFiles(host, site, all).find(({ path }) => path === "_redirects")?.text ?? "";
    return text === "" ? [] : text.trimEnd().split("\n");
  };

  test.each<[Host, number]>([
    ["cloudflare", 2_000],
    ["netlify", 10_000],
  ])("%s takes %i redirects; the others stay pages", (host, most) => {
    expect(linesOf(host, many)).toHaveLength(most);
  });

  test("a rule has three words, no sign that stands for others, and at most 1,000 signs; a longer one stays a page", () => {
    const long = { from: `/${"\u00e9".repeat(200)}/`, to: "/new/" };
    for (const host of ["cloudflare", "netlify"] as const) {
      expect(linesOf(host, [long])).toEqual([]);
      for (const line of linesOf(host, redirects)) expect(line).toMatch(/^\/[^\s*:#?]+ \/[^\s*:#?]+ 301!?$/u);
    }
  });

  test("Netlify's own parser reads every rule of _redirects as it was meant", async () => {
    const { redirects: read, errors } = await parseAllRedirects({ redirectsFiles: [written("_redirects", "netlify")], configRedirects: [], minimal: true });
    expect(errors).toEqual([]);
    expect(read).toMatchObject([
      { from: "/archive/old/caf%C3%A9.html", to: "/archive/1987/bridge/", status: 301, force: true },
      { from: "/archive/a$b/", to: "/archive/1987/$/", status: 301, force: true },
    ]);
  });

  test.each(["netlify", "cloudflare"] as const)("Netlify's own parser reads _headers for %s: three headers for all, and what is kept; 100 rules and 2,000 signs are never reached", async (host) => {
    const file = written("_headers", host);
    const { headers, errors } = await parseAllHeaders({ headersFiles: [file], netlifyConfigPath: undefined, configHeaders: undefined, minimal: true });
    expect(errors).toEqual([]);
    expect(headers.map(({ for: path, values }) => [path, Object.keys(values)])).toEqual([
      ["/archive/*", ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]],
      ["/archive/assets/*", ["Cache-Control"]],
      ["/archive/images/*", ["Cache-Control"]],
    ]);
    expect(Math.max(...textOf(host, "_headers").split("\n").map(({ length }) => length))).toBeLessThan(2_000);
  });

  test("CloudFront is given the same headers, in the form of its command", () => {
    expect(JSON.parse(textOf("s3", "cloudfront-headers.json"))).toEqual({
      Name: expect.stringMatching(/^[A-Za-z0-9_-]{1,128}$/u),
      Comment: expect.any(String),
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: /Content-Security-Policy: (.*)/u.exec(textOf("netlify", "_headers"))?.[1] },
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { Override: true, ReferrerPolicy: "strict-origin-when-cross-origin" },
      },
    });
  });

  function written(name: "_redirects" | "_headers", host: Host): string {
    const file = path.join(folder, name);
    writeFileSync(file, textOf(host, name));
    return file;
  }
});
