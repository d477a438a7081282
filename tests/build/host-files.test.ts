import { expect, test } from "vitest";
import { hostFiles, hostRedirect } from "../../src/build/host-files.ts";
import { hosts } from "../../src/model/host.ts";

const site = { base: "/archive/" };
const redirects = [hostRedirect(site, "/old/caf\u00e9.html", "/1987/bridge/"), hostRedirect(site, "/a$b/", "/1987/$/")];

function textOf(host: (typeof hosts)[number], file: string): string {
  return hostFiles(host, site, redirects).find(({ path }) => path === file)?.text ?? "";
}

test.each([
  ["apache", [".htaccess"]],
  ["caddy", ["Caddyfile"]],
  ["cloudflare", ["_headers", "_redirects"]],
  ["github", [".nojekyll"]],
  ["netlify", ["_headers", "_redirects"]],
  ["nginx", ["nginx.conf"]],
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

test("Cloudflare takes 2,000 redirects", () => {
  const many = Array.from({ length: 2_500 }, (_, i) => ({ from: `/old/${i}/`, to: `/new/${i}/` }));
  expect(hostFiles("cloudflare", site, many)[1]?.text.trimEnd().split("\n")).toHaveLength(2_000);
});
