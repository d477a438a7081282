/**
 * What stands before a name and is no part of it: offices, ranks and forms of address, in English. "Foreign Minister Sergey
 * Lavrov", "Secretary of State Antony Blinken", "Gen. Lee".
 */
const roles =
  "president|vice president|chancellor|premier|prime minister|minister|secretary|undersecretary|secretary general|secretary of state|secretary of defense|secretary of commerce|secretary of agriculture|attorney general|treasurer|chancellor of the exchequer|governor|mayor|senator|congressman|congresswoman|representative|deputy|speaker|ambassador|envoy|commissioner|chairman|chairwoman|chair|director|director general|chief|chief executive|chief of staff|head|leader|spokesman|spokeswoman|spokesperson|general|colonel|major|captain|lieutenant|sergeant|admiral|commander|marshal|judge|justice|prosecutor|inspector|professor|doctor|king|queen|prince|princess|sheikh|sultan|emir|pope|bishop|archbishop|cardinal|reverend|rabbi|ayatollah|lord|lady|sir|dame|analyst|economist|trader|official|manager|fm|pm|mp|mr|mrs|ms|dr|gen|col|lt|maj|capt|cmdr|adm|sgt|sen|rep|gov|pres|prof|rev|hon|st";

const roleWords: ReadonlySet<string> = new Set(roles.split("|").flatMap((role) => role.split(" ")));

/** True for a word that names or ends an office: "minister", "secretary", "gen". */
export function isRoleWord(folded: string): boolean {
  return roleWords.has(folded) && !joints.has(folded);
}

const joints: ReadonlySet<string> = new Set(["of", "the", "state", "defense", "commerce", "agriculture", "staff", "exchequer", "vice", "prime", "st"]);

/** True where an office stands right before a place of a folded text: "spokesman ", "secretary of state ". */
export function roleStandsBefore(folded: string, at: number): boolean {
  const word = /([a-z.]+),? $/u.exec(folded.slice(Math.max(0, at - longestRole), at))?.[1]?.replace(/\.$/u, "");
  return word !== undefined && (isRoleWord(word) || /\b(?:secretary of \w+|chief of staff) $/u.test(folded.slice(Math.max(0, at - longestRole), at)));
}

const longestRole = 40;
