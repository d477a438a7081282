import type { Inline, Marks } from "./blocks.ts";

/**
 * Collapses white space as a browser does (CSS Text 3, 4.1.1), drops what stands at the ends and beside line breaks, and
 * moves white space out of marks that begin or end with it: `<b>one </b>two` is `<b>one</b> two`. Stretches with the same
 * marks become one, so that `<b>a</b><b>b</b>` is one emphasis.
 */
export function trimInline(content: readonly Inline[]): readonly Inline[] {
  const atoms = content.flatMap(cut);
  const kept: Atom[] = [];
  for (const atom of atoms) {
    const last = kept.at(-1);
    if (atom.space && (last === undefined || last.kind === "break")) continue;
    // Of several blanks one stays; a no-break space is never lost to another blank.
    if (atom.space && last?.space === true) {
      if (atom.kind === "text" && last.kind === "text" && atom.text !== " ") kept[kept.length - 1] = last.text === " " ? atom : { ...last, text: last.text + atom.text };
      continue;
    }
    if (atom.kind === "break") {
      while (kept.at(-1)?.space === true) kept.pop();
      if (kept.length === 0) continue;
    }
    kept.push(atom);
  }
  while (kept.length > 0 && (kept.at(-1)?.space === true || kept.at(-1)?.kind === "break")) kept.pop();
  const runs = kept.map((atom, at): Inline => {
    const { space, ...run } = atom;
    return space || run.kind === "break" ? { ...run, marks: shared(shared(kept[at - 1]?.marks ?? {}, kept[at + 1]?.marks ?? {}), run.marks) } : run;
  });
  return merged(runs);
}

/** The words of a paragraph's inside, without marks. */
export function textOfInline(content: readonly Inline[]): string {
  return content.map((run) => (run.kind === "break" ? " " : run.kind === "reference" ? "" : run.text)).join("");
}

/** True where both are marked alike. */
function sameMarks(one: Marks, other: Marks): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis && one.deleted === other.deleted && one.link === other.link;
}

type Atom = Inline & { readonly space: boolean };

// Words and the white space between them; white space inside of a stretch stays there, only its ends are cut off.
function cut(run: Inline): readonly Atom[] {
  if (run.kind !== "text") return [{ ...run, space: false }];
  const text = run.text.replace(/[ \t\n\r\f]+/gu, " ");
  const [, before = "", inside = "", after = ""] = /^([\s]*)(.*?)([\s]*)$/su.exec(text) ?? [];
  return [
    { ...run, text: before, space: true },
    { ...run, text: inside, space: false },
    { ...run, text: inside === "" ? "" : after, space: true },
  ].filter((atom) => atom.text !== "");
}

function shared(one: Marks, other: Marks): Marks {
  return {
    ...(one.link !== undefined && one.link === other.link ? { link: one.link } : {}),
    ...(one.strong && other.strong ? { strong: true } : {}),
    ...(one.emphasis && other.emphasis ? { emphasis: true } : {}),
    ...(one.deleted && other.deleted ? { deleted: true } : {}),
  };
}

function merged(runs: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const alike = last !== undefined && run.kind === last.kind && sameMarks(run.marks, last.marks);
    if (alike && (run.kind === "text" || run.kind === "code") && (last.kind === "text" || last.kind === "code")) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
