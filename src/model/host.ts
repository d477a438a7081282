/** Hosts and servers for which a site can be made: with redirects, headers or settings as files beside the pages, and within their limits. */
export const hosts = ["apache", "caddy", "cloudflare", "github", "gitlab", "netlify", "nginx", "s3"] as const;

export type Host = (typeof hosts)[number];
