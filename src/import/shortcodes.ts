/** A shortcode of WordPress: `[gallery ids="1,2"]`, `[caption id="a"]...[/caption]`. */
export interface Shortcode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Values without a key: the address in `[youtube https://...]`. */
  readonly values: readonly string[];
  /** What stands between its two tags; undefined where it has one only. */
  readonly content: string | undefined;
  /** As it stands in the text. */
  readonly raw: string;
}

/**
 * Replaces the shortcodes of a text (WordPress, Shortcode API). `replace` gives what stands instead, undefined to leave one
 * as it is. Words in brackets, "[Russian forces]", "[sic]", are none: a shortcode has an attribute, an end tag, a slash at
 * its end, or a known name.
 */
export function replaceShortcodes(text: string, known: ReadonlySet<string>, replace: (code: Shortcode) => string | undefined): string {
  let result = "";
  let at = 0;
  // Where the last end tag of each name stands: thousands of tags without one must not each search the whole text.
  const lastEnds = new Map<string, number>();
  const endAfter = (name: string, from: number): number => {
    const last = lastEnds.get(name) ?? text.lastIndexOf(`[/${name}]`);
    lastEnds.set(name, last);
    return last < from ? -1 : text.indexOf(`[/${name}]`, from);
  };
  for (let open = text.indexOf("[", at); open !== -1; open = text.indexOf("[", open + 1)) {
    const found = shortcodeAt(text, open, known, endAfter);
    if (found === undefined) continue;
    // "[[gallery]]" shows "[gallery]".
    const escaped = text[open - 1] === "[" && text[open + found.raw.length] === "]";
    const [from, to] = escaped ? [open - 1, open + found.raw.length + 1] : [open, open + found.raw.length];
    result += text.slice(at, from) + (escaped ? found.raw : (replace(found) ?? found.raw));
    at = to;
    open = to - 1;
  }
  return result + text.slice(at);
}

/** Names of tags are letters, digits, "_" and "-"; what follows runs to the next bracket outside of quotation marks. */
const tag = /\[(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s(?:"[^"]*"|'[^']*'|[^"'\[\]])*)?)\]/uy;

function shortcodeAt(text: string, open: number, known: ReadonlySet<string>, endAfter: (name: string, from: number) => number): Shortcode | undefined {
  tag.lastIndex = open;
  const match = tag.exec(text);
  const { name = "", attributes = "" } = match?.groups ?? {};
  if (!match) return undefined;
  const selfClosing = /\/\s*$/u.test(attributes) && !/https?:\/\/\S*$/iu.test(attributes);
  const close = selfClosing ? -1 : endAfter(name, tag.lastIndex);
  const read = readAttributes(attributes);
  if (close === -1 && !selfClosing && !known.has(name) && read.attributes.size === 0) return undefined;
  const content = close === -1 ? undefined : text.slice(tag.lastIndex, close);
  return { name, ...read, content, raw: text.slice(open, close === -1 ? tag.lastIndex : close + name.length + 3) };
}

// The editor may have made curly quotes of straight ones.
function readAttributes(text: string): Pick<Shortcode, "attributes" | "values"> {
  const attributes = new Map<string, string>();
  const values: string[] = [];
  for (const { groups } of text.matchAll(/(?:(?<key>[\w-]+)\s*=\s*)?(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|[“”″](?<curly>[^“”″]*)[“”″]|(?<bare>[^\s"'“”]+))/gu)) {
    const value = groups?.["double"] ?? groups?.["single"] ?? groups?.["curly"] ?? groups?.["bare"] ?? "";
    const key = groups?.["key"];
    if (key !== undefined) attributes.set(key.toLowerCase(), value);
    else if (value !== "/") values.push(value);
  }
  return { attributes, values };
}
