/**
 * A script without comments and without the white space that nothing needs: two fifths of what a browser downloads.
 * Takes JavaScript whose statements all end with a semicolon or a brace, and none of which is empty, as ours do.
 */
export function squeezeScript(source: string): string {
  const tokens: string[] = [];
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at, tokens.at(-1) ?? "");
    at += token.length;
    if (/^(?:\s|\/\/|\/\*)/u.test(token)) continue;
    const last = tokens.at(-1);
    // A comma behind the last of a list, a semicolon behind the last of a block.
    if ((last === "," && /^[)\]}]/u.test(token)) || (last === ";" && token === "}")) tokens.pop();
    tokens.push(token);
  }
  // `return x`, `a - -b`: two tokens that would be read as one.
  const needsSpace = (token: string, last = ""): boolean => (/[\w$]$/u.test(last) && /^[\w$]/u.test(token)) || (/[+-]$/u.test(last) && /^[+-]/u.test(token));
  return `${tokens.map((token, i) => (needsSpace(token, tokens[i - 1]) ? ` ${token}` : token)).join("")}\n`;
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
