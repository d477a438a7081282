/** Hosts and servers that take files beside the pages: redirects, headers, or what they must be told. */
export const hosts = ["apache", "caddy", "cloudflare", "github", "netlify", "nginx"] as const;

export type Host = (typeof hosts)[number];
