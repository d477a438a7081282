/**
 * The target that a link keeps in an article: a web address, an address for mail or telephone, or a path from the site's
 * root. Undefined for what runs ("javascript:"), and for paths that mean something else where the article stands now.
 */
export function keepLink(href: string): string | undefined {
  const target = href.replace(/[\t\n\r]/gu, "").trim();
  if (/^(?:https?:\/\/[^\s/]|mailto:|tel:|ftp:\/\/)/iu.test(target)) return target;
  if (target.startsWith("//")) return `https:${target}`;
  return target.startsWith("/") && !target.includes("\\") ? target : undefined;
}
