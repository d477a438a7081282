import type { DraftName } from "./draft.ts";
import { asItIs } from "./field.ts";
import type { Field } from "./field.ts";
import { isFullName } from "./person-names.ts";

/**
 * Splits a byline into the people it names: "By Ann Lee and Tom Reed", "Ann Lee, Correspondent in Tellan", "By ANN LEE,
 * Associated Press Writer, and Tom Reed in London". What does not read as names for certain stays one text.
 */
export function readBylineField(raw: string): Field<readonly (string | DraftName)[]> {
  const text = raw.replace(/\s+/gu, " ").trim();
  const bare = text.replace(by, "").replace(/[,;:]+$/u, "").trim();
  if (bare === "") return asItIs([]);
  const people = bare.split(/\s*[;|•·]\s*/u).flatMap(splitList);
  const whole = people.every((person) => person !== undefined) ? people.filter((person) => person !== undefined) : undefined;
  if (whole === undefined) {
    // "Staff", "The Editors": one text, and there was nothing to split.
    const plain = !/[,;|]|\s(?:and|AND|&)\s/u.test(bare);
    const trimmed = bare === text ? [] : [{ level: "change", kind: "byline trimmed", text: `the byline was "${text}"` } as const];
    return { value: [bare], notes: plain ? trimmed : [...trimmed, { level: "warning", kind: "byline kept as it stands", text: `the byline "${bare}" was not read as names` }] };
  }
  const [only] = whole;
  if (whole.length === 1 && only === text) return asItIs(whole);
  const guessed = whole.length > 1 && !/[;|•·]|\s(?:and|AND|&|und|et|y|e)\s/u.test(bare);
  return { value: whole, notes: [{ level: guessed ? "guess" : "change", kind: whole.length > 1 ? "byline split" : "byline trimmed", text: `the byline was "${text}"` }] };
}

const by = /^(?:(?:written\s+|story\s+|text\s+)?by|von|par|por|di|door|от)\s*:?\s+/iu;

// "Ann Lee, Tom Reed and Lis Berg", "Ann Lee, Staff Writer, and Tom Reed"; undefined among them for what is no name.
function splitList(text: string): readonly (string | DraftName | undefined)[] {
  const parts = text.split(/\s*,\s*(?:and|AND|&)\s+|\s+(?:and|AND|&|und|et|y|e)\s+|\s*,\s*/u);
  const people: (string | DraftName | undefined)[] = [];
  for (const part of parts) {
    const last = people.at(-1);
    if (suffix.test(part) && typeof last === "string") people[people.length - 1] = `${last}, ${part}`;
    else if (isRole(part) && typeof last === "string") people[people.length - 1] = { name: last, role: part };
    else if (isRole(part) && typeof last === "object") people[people.length - 1] = { name: last.name, role: `${last.role ?? ""}, ${part}` };
    else people.push(personOf(part));
  }
  return people;
}

function personOf(text: string): string | DraftName | undefined {
  // "Tom Reed in London", "Ann Lee for The Post", "Lis Berg (Reuters)"
  const { name, role, agency } = /^(?<name>.+?)\s+(?:(?<role>(?:in|at|for|of)\s+(?:the\s+|The\s+)?\p{Lu}.*)|\((?<agency>[^()]+)\))$/u.exec(text)?.groups ?? {};
  const about = role ?? agency;
  if (name !== undefined && about !== undefined && isName(name)) return { name, role: about };
  return isName(text) ? text : undefined;
}

function isName(text: string): boolean {
  return isFullName(text) && !isRole(text);
}

const suffix = /^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|Esq)\.?$/u;

function isRole(text: string): boolean {
  // "The Harbor Database" is no person.
  return roleWords.test(text) || agencies.test(text) || /^(?:The|the)\s/u.test(text);
}

// A person's work, in the words of bylines: "Staff Writer", "Korrespondentin in Berlin".
const roleWords =
  /\b(?:writers?|reporters?|reporting|correspondents?|editors?|editor-in-chief|columnists?|critics?|bureau|chief|staff|photographers?|photojournalists?|producers?|analysts?|desk|special to|freelance|contributors?|contributing|cartoonist|journalist|anchor|intern|korrespondent(?:in)?|redakteur(?:in)?|correspondante?|rédacteur|rédactrice|envoyée?|corresponsal|redactor(?:a)?|enviad[oa])\b/iu;
const agencies = /^(?:The )?(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|UPI|United Press International|dpa|EFE|TASS|Xinhua|Bloomberg(?: News)?|PA|Press Association|[\p{Lu}][\p{L} ]*(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Press|Service|Agency|Chronicle|Observer|Guardian|Telegraph|University|Institute|College|School|Cent(?:er|re)|Association|Foundation|Company|Group|Inc|Ltd))\.?$/iu;
