/**
 * The origin of a web address, as browsers write it: "https://Archive.example.org:443/x" gives "https://archive.example.org".
 * A site's own address must be such an origin to the letter, or canonical addresses would differ from the real ones.
 * Undefined for what is no http or https address.
 */
export function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? origin : undefined;
}
