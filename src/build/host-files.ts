import type { Host } from "../model/host.ts";
import { hrefOf, type Site } from "../model/site.ts";

/** A redirect as a host may answer it: the former address as it is asked for, and the href that it leads to. */
export interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

export interface HostFile {
  /** Path from the site's root. */
  readonly path: string;
  readonly text: string;
}

/** What a browser may do with a page: nothing but show it, with files of this site. Search needs WebAssembly. */
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const referrerPolicy = "strict-origin-when-cross-origin";

const headers: readonly (readonly [name: string, value: string])[] = [
  ["Content-Security-Policy", policy],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", referrerPolicy],
];

/** The names of these files change with what is in them. */
const keptFolders = ["assets", "images"] as const;
const kept = "public, max-age=31536000, immutable";
/** Kept too, but asked for again each time: a page that has not changed costs an answer without a body. */
const asked = "no-cache";

const compressed = ["text/plain", "text/css", "text/javascript", "text/xml", "application/javascript", "application/json", "application/xml", "application/wasm", "image/svg+xml"];

/** The files that a host wants beside the pages. On every other host the pages work by themselves: a redirect is also a page. */
export function hostFiles(host: Host, { base }: Pick<Site, "base">, redirects: readonly HostRedirect[]): readonly HostFile[] {
  switch (host) {
    case "github":
      // Without it, files whose names begin with "_" would be left out.
      return [{ path: ".nojekyll", text: "" }];
    case "gitlab":
      // It takes no headers, and reads `_redirects` only where no file stands, as our redirect pages do:
      // https://docs.gitlab.com/user/project/pages/redirects/
      return [];
    case "netlify":
      // The sign of exclamation puts the redirect before the page that stands at the same address.
      return [{ path: "_headers", text: headersFile(base) }, { path: "_redirects", text: redirectLines(redirects, "301!", mostOnNetlify) }];
    case "cloudflare":
      return [{ path: "_headers", text: headersFile(base) }, { path: "_redirects", text: redirectLines(redirects, "301", mostOnCloudflare) }];
    case "s3":
      return [{ path: "cloudfront-headers.json", text: cloudFrontFile() }];
    case "nginx":
      return [{ path: "nginx.conf", text: nginxFile(base, redirects) }];
    case "apache":
      return [{ path: ".htaccess", text: apacheFile(base, redirects) }];
    case "caddy":
      return [{ path: "Caddyfile", text: caddyFile(base, redirects) }];
  }
}

/** What Cloudflare Pages takes (https://developers.cloudflare.com/pages/configuration/redirects/); the others stay redirect pages. */
const mostOnCloudflare = 2_000;

/** From here on Netlify advises against it, and a deploy might fail (https://docs.netlify.com/manage/routing/redirects/overview/). */
const mostOnNetlify = 10_000;

/** Signs of the longest line that Cloudflare Pages reads. */
const longestLine = 1_000;

function headersFile(base: string): string {
  return [
    `${base}*`,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    ...keptFolders.flatMap((folder) => [`${base}${folder}/*`, `  Cache-Control: ${kept}`]),
    "",
  ].join("\n");
}

function redirectLines(redirects: readonly HostRedirect[], status: string, most: number): string {
  const lines = redirects.map(({ from, to }) => `${encodeURI(from)} ${to} ${status}`);
  return lines.filter(({ length }) => length <= longestLine).slice(0, most).map((line) => `${line}\n`).join("");
}

// What `aws cloudfront create-response-headers-policy` takes: a bucket itself sends no such headers.
function cloudFrontFile(): string {
  const SecurityHeadersConfig = {
    ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policy },
    ContentTypeOptions: { Override: true },
    ReferrerPolicy: { Override: true, ReferrerPolicy: referrerPolicy },
  };
  return `${JSON.stringify({ Name: "backfile", Comment: "Headers of an archive made with Backfile", SecurityHeadersConfig }, undefined, 2)}\n`;
}

function nginxFile(base: string, redirects: readonly HostRedirect[]): string {
  // A location with headers of its own inherits none.
  const all = (cache: string, indent = ""): string => [...headers, ["Cache-Control", cache] as const].map(([name, value]) => `${indent}add_header ${name} "${value}" always;`).join("\n");
  return `# In the server block whose root is the site's folder (for a site below a path, the folder above): include /path/to/_site/nginx.conf;
error_page 404 ${base}404.html;
gzip on;
gzip_vary on;
gzip_types ${compressed.filter((type) => type !== "text/html").join(" ")};
${all(asked)}
${keptFolders.map((folder) => `location ^~ ${base}${folder}/ {\n${all(kept, "  ")}\n}\n`).join("")}location = ${base}nginx.conf { return 404; }
${redirects.map(({ from, to }) => `location = "${from}" { return 301 "${to.replaceAll("$", "%24")}"; }\n`).join("")}`;
}

function apacheFile(base: string, redirects: readonly HostRedirect[]): string {
  return `# Needs mod_headers, mod_alias and mod_deflate, and AllowOverride All for this folder.
ErrorDocument 404 ${base}404.html
Options -Indexes
DirectoryIndex index.html
AddOutputFilterByType DEFLATE text/html ${compressed.join(" ")}
${headers.map(([name, value]) => `Header always set ${name} "${value}"`).join("\n")}
Header set Cache-Control "${asked}"
<If "%{REQUEST_URI} =~ m#^${escaped(base)}(?:${keptFolders.join("|")})/#">
  Header set Cache-Control "${kept}"
</If>
${redirects.map(({ from, to }) => `RedirectMatch 301 "^${escaped(from)}$" "${to.replaceAll("$", "%24")}"\n`).join("")}`;
}

function caddyFile(base: string, redirects: readonly HostRedirect[]): string {
  const folders = keptFolders.map((folder) => `${base}${folder}/*`).join(" ");
  return `# In the site's block, after "root * /path/to/_site" (for a site below a path, the folder above): import /path/to/_site/Caddyfile
encode gzip
header {
${headers.map(([name, value]) => `  ${name} "${value}"`).join("\n")}
}
@kept path ${folders}
header @kept Cache-Control "${kept}"
@asked not path ${folders}
header @asked Cache-Control "${asked}"
${redirects.map(({ from, to }, i) => `@former${i} path "${from}"\nredir @former${i} "${to}" 301\n`).join("")}handle_errors {
  @missing expression {http.error.status_code} == 404
  rewrite @missing ${base}404.html
  file_server
}
file_server {
  hide Caddyfile
}
`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\#]/gu, "\\$&");
}

/** A redirect page as a host may answer it. */
export function hostRedirect(site: Pick<Site, "base">, from: string, to: string): HostRedirect {
  return { from: site.base + from.slice(1), to: hrefOf(site, to) };
}
