import type { Problem } from "../../model/content-error.ts";
import { counted } from "../counted.ts";

/** A problem, with the link where one leads to nothing. */
export interface LinkProblem extends Problem {
  readonly deadLink: string | undefined;
}

/** So many dead links are named one by one. An old site's texts may have thousands: they are then one problem for each folder that they lead to. */
const mostListed = 20;

/** Puts dead links together where there are too many to be read; all other problems stay as they are. */
export function gatherDeadLinks(problems: readonly LinkProblem[]): readonly Problem[] {
  const dead = problems.filter(({ deadLink }) => deadLink !== undefined);
  if (dead.length <= mostListed) return problems.map(withoutLink);
  const groups = Map.groupBy(dead, ({ deadLink = "" }) => /^\/[^/#]+\//u.exec(deadLink)?.[0] ?? "/");
  const gathered = groups.size > mostListed ? new Map([["/", dead]]) : groups;
  return [...problems.filter(({ deadLink }) => deadLink === undefined).map(withoutLink), ...Array.from(gathered, ([start, group]) => gather(start, group))];
}

// Named after the first file of them.
function gather(start: string, group: readonly LinkProblem[]): Problem {
  const first = group.reduce((least, one) => (one.file < least.file ? one : least));
  if (group.length === 1) return withoutLink(first);
  const files = new Set(group.map(({ file }) => file)).size;
  return {
    ...withoutLink(first),
    message: `${counted(group.length, "link")} in ${counted(files, "file")} lead to addresses ${start === "/" ? "" : `below ${start} `}that are not there, this one to ${first.deadLink ?? ""}`,
    fix: `\`npm run check\` lists them, to be corrected; or leave them as they are with elsewhere: [${start}] in archive.yaml, where something else than the archive stands there, or nothing any more`,
  };
}

function withoutLink({ deadLink: _deadLink, ...problem }: LinkProblem): Problem {
  return problem;
}
