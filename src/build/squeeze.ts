/**
 * A script without comments and without the white space that nothing needs: two fifths of what a browser downloads.
 * Takes JavaScript whose statements all end with a semicolon or a brace, as ours do.
 */
export function squeezeScript(source: string): string {
  let squeezed = "";
  let last = "";
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at, last);
    at += token.length;
    if (/^(?:\s|\/\/|\/\*)/u.test(token)) continue;
    // `return x`, `a - -b`: two tokens that would be read as one.
    const needsSpace = (/[\w$]$/u.test(last) && /^[\w$]/u.test(token)) || (/[+-]$/u.test(last) && /^[+-]/u.test(token));
    // A comma behind the last of a list.
    if (last === "," && /^[)\]}]/u.test(token)) squeezed = squeezed.slice(0, -1);
    squeezed += needsSpace ? ` ${token}` : token;
    last = token;
  }
  return `${squeezed}\n`;
}

function tokenAt(source: string, at: number, last: string): string {
  const pattern = source[at] === "/" && mayBeDivided(last) ? division : token;
  pattern.lastIndex = at;
  const found = pattern.exec(source)?.[0] ?? source.charAt(at);
  return found === "`" ? templateAt(source, at) : found;
}

const token = /\s+|\/\/[^\n]*|\/\*.*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|[\w$]+|\+\+|--|./gsuy;
const division = /\/\/[^\n]*|\/\*.*?\*\/|\//gsuy;

// After a value a slash divides; elsewhere it begins a regular expression.
function mayBeDivided(last: string): boolean {
  return /[\w$)\]}"'`]$/u.test(last) && last !== "return";
}

// What stands between `${` and `}` is copied too; braces inside it are counted.
function templateAt(source: string, start: number): string {
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source.startsWith("${", at)) [depth, at] = [depth + 1, at + 1];
    else if (depth > 0 && source[at] === "}") depth--;
    else if (depth > 0 && source[at] === "`") at += templateAt(source, at).length - 1;
    else if (depth === 0 && source[at] === "`") return source.slice(start, at + 1);
  }
  throw new Error("A template literal has no end.");
}
