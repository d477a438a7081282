import type { Inline, LinkMark, Marks } from "./blocks.ts";

/** Marks that Markdown writes as signs on both sides. */
export type Delimited = "strong" | "emphasis" | "deleted";

export const delimited = ["strong", "emphasis", "deleted"] as const satisfies readonly Delimited[];

/** A mark as it is opened and closed. */
export interface Opened {
  readonly name: Delimited | "link";
  readonly link?: LinkMark;
}

/** The marks of a stretch, links first. */
export function marksOf(marks: Marks): readonly Opened[] {
  const { link } = marks;
  return [...(link === undefined ? [] : [{ name: "link" as const, link }]), ...delimited.flatMap((name) => (marks[name] ? [{ name }] : []))];
}

export function isSame(one: Opened, other: Opened): boolean {
  return one.name === other.name && one.link === other.link;
}

/** The words of one stretch; of a footnote's mark what the Markdown has for it. */
export function textOfRun(run: Inline): string {
  if (run.kind === "break") return "\n";
  return run.kind === "reference" ? `[^${run.label}]` : run.text;
}
