/**
 * The address of a licence's text: of one that is an address itself, and of those of Creative Commons by their SPDX
 * identifiers, "CC-BY-SA-4.0" or "CC0-1.0". Undefined for any other.
 */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\//u.test(licence)) return URL.canParse(licence) ? licence : undefined;
  if (/^CC0[ -]1\.0$/iu.test(licence)) return "https://creativecommons.org/publicdomain/zero/1.0/";
  const { kind, version } = /^CC[ -](?<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?<version>[1-4]\.\d)$/iu.exec(licence)?.groups ?? {};
  return kind === undefined || version === undefined ? undefined : `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
