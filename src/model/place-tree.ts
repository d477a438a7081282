import type { AuthorityRecord } from "./authority.ts";
import type { ArchiveFault } from "./build-archive.ts";

/** The places a place lies in: its parents, and its country where no parent is named. A disputed place may have several. */
export function parentsOf(place: AuthorityRecord): readonly string[] {
  if (place.parents.length > 0) return place.parents;
  return place.country === undefined ? [] : [place.country];
}

/** All places above a place, nearest first, each once: Bakhmut -> Donetsk Oblast, Ukraine. */
export function ancestorsOf(place: AuthorityRecord, places: ReadonlyMap<string, AuthorityRecord>): readonly AuthorityRecord[] {
  if (place.parents.length === 0 && place.country === undefined) return [];
  const found: AuthorityRecord[] = [];
  let level: readonly AuthorityRecord[] = [place];
  while (level.length > 0) {
    const above: AuthorityRecord[] = [];
    for (const id of level.flatMap(parentsOf)) {
      const parent = places.get(id);
      if (parent && parent !== place && !found.includes(parent)) {
        found.push(parent);
        above.push(parent);
      }
    }
    level = above;
  }
  return found;
}

/** Parents that are no places, and places that lie inside themselves. */
export function parentFaults(records: readonly AuthorityRecord[]): readonly ArchiveFault[] {
  const places = new Map(records.map((record) => [record.id, record]));
  return records.flatMap((place) => {
    const unknown = [
      ...place.parents.map((id, i) => ({ id, path: [place.id, "parents", i] })),
      ...(place.country === undefined ? [] : [{ id: place.country, path: [place.id, "country"] }]),
    ].filter(({ id }) => !places.has(id));
    const faults: ArchiveFault[] = unknown.map(({ id, path }) => ({
      file: "places.yaml",
      path,
      message: `${place.id}: there is no place "${id}" for it to lie in`,
      fix: `give ${id} a record in places.yaml`,
    }));
    if (liesInItself(place, places)) {
      faults.push({ file: "places.yaml", path: [place.id], message: `${place.id} lies inside itself`, fix: "take one of its parents away" });
    }
    return faults;
  });
}

function liesInItself(place: AuthorityRecord, places: ReadonlyMap<string, AuthorityRecord>): boolean {
  return ancestorsOf(place, places).some((ancestor) => parentsOf(ancestor).includes(place.id)) || parentsOf(place).includes(place.id);
}
