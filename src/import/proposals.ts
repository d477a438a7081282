import { addProposed, readProposed } from "../content/proposed-records.ts";
import type { Proposal } from "../content/proposed-records.ts";
import { parseDateline } from "../model/dateline.ts";
import { foldName, slugOf } from "../model/slug.ts";
import type { ArchiveNames } from "./archive-names.ts";
import { detach } from "./detach.ts";
import type { ArticleDraft } from "./draft.ts";
import { identifiersOf } from "./identifiers.ts";

/** Kinds of names that are proposed as records: people, and places from tags and datelines. */
export const proposedKinds = ["people", "places"] as const;
export type ProposedKind = (typeof proposedKinds)[number];

/** Collects names that the archive has no record of. */
export interface ProposalCollector {
  readonly collect: (draft: ArticleDraft, path: string) => void;
  /** The names found, in the order they came. */
  readonly names: (kind: ProposedKind) => readonly string[];
  /** Adds them to the files that wait for an editor. */
  readonly save: () => void;
}

/** Throws ContentError where a file of proposals has mistakes. */
export function openProposals(known: ArchiveNames, content: string): ProposalCollector {
  const waiting = { people: idsWaiting(content, "people"), places: idsWaiting(content, "places") };
  const found: Readonly<Record<ProposedKind, Map<string, Found>>> = { people: new Map(), places: new Map() };
  const add = (kind: ProposedKind, name: string, ids: readonly string[], evidence: string): void => {
    const id = slugOf(name);
    if (id === "" || waiting[kind].has(id) || known.knows(kind, name)) return;
    const key = detach(foldName(name));
    const entry = found[kind].get(key) ?? { name: detach(name), ids: new Set(), evidence: [], more: 0 };
    found[kind].set(key, entry);
    for (const code of ids) entry.ids.add(detach(code));
    if (entry.evidence.length < mostEvidence) entry.evidence.push(detach(evidence));
    else entry.more++;
  };
  const collect = (draft: ArticleDraft, path: string): void => {
    for (const kind of proposedKinds) {
      for (const name of draft[kind]) {
        const ids = (draft.authorities ?? []).filter((one) => one.kind === kind && one.name === name).flatMap((one) => one.ids);
        add(kind, name, ids, `${path} named by the source${ids.length === 0 ? "" : ` (${ids.join(", ")})`}`);
      }
    }
    for (const place of placesOfDateline(draft.dateline)) add("places", place, [], `${path} dateline ${draft.dateline ?? ""}`);
  };
  const save = (): void => {
    for (const kind of proposedKinds) addProposed(content, kind, [...found[kind].values()].map(proposalOf));
  };
  return { collect, names: (kind) => [...found[kind].values()].map(({ name }) => name), save };
}

function idsWaiting(content: string, kind: ProposedKind): ReadonlySet<string> {
  return new Set(readProposed(content, kind).map(({ id }) => id));
}

interface Found {
  readonly name: string;
  readonly ids: Set<string>;
  readonly evidence: string[];
  more: number;
}

/** How many articles a proposal names; an editor reads no more. */
const mostEvidence = 10;

function proposalOf({ name, ids, evidence, more }: Found): Proposal {
  return { name, ...identifiersOf([...ids]), found: more === 0 ? evidence : [...evidence, `and ${String(more)} more`] };
}

/** "PARIS/BONN, March 2" -> "Paris", "Bonn"; "ST. LOUIS, Mo., March 2" -> "St. Louis". */
export function placesOfDateline(dateline: string | undefined): readonly string[] {
  const place = dateline === undefined ? undefined : parseDateline(dateline).place;
  if (place === undefined) return [];
  return place.split(/\s*\/\s*/u).map((one) => inLetters(one.split(/\s*,\s*/u)[0] ?? "")).filter((one) => one !== "");
}

// Datelines stand in capitals: "ISLE OF MAN" is the Isle of Man.
function inLetters(place: string): string {
  if (place !== place.toUpperCase() || place === place.toLowerCase()) return place;
  const words = place.toLowerCase().split(/(?<=[\s-])/u);
  return words.map((word, i) => (i > 0 && particles.has(word.trim().replace(/-$/u, "")) ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}

const particles: ReadonlySet<string> = new Set(["of", "on", "upon", "the", "in", "de", "del", "da", "do", "di", "la", "le", "les", "sur", "am", "an", "der", "den", "van"]);
