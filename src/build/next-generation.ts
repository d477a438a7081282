import { linkSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { addParents, changedFolders, foldersOf, markFolders } from "./folder-marks.ts";
import { getMark, isIntact, recognize, type FileMark, type Generation, type Unit } from "./generation.ts";
import type { BuildState } from "./state.ts";

/**
 * The next state of a site's folder, on its way from the last two. A unit whose fingerprint the published folder already
 * has need not be made; the others are made in the folder aside. In the end that folder has everything, or, where nothing
 * differs, is not touched at all.
 */
export class NextGeneration {
  readonly #live: string;
  readonly #aside: string;
  readonly #state: BuildState | undefined;
  readonly #planned = new Map<string, string>();
  readonly #made = new Map<string, Unit>();
  /** Folders aside that hold something of which the state does not tell, or lack something. */
  readonly #strange: readonly string[];
  /** Folders aside in which something is made or removed here. */
  readonly #touched = new Set(["."]);
  /** Folders that were made here for links, where there were none. */
  readonly #ways = new Set<string>();
  #changed = false;

  /** `live` is the published folder, `aside` the one beside it; without a state neither is known and `aside` must be empty. */
  constructor(live: string, aside: string, state: BuildState | undefined) {
    this.#live = live;
    this.#aside = aside;
    this.#state = state;
    this.#strange = state?.aside === undefined ? [] : changedFolders(aside, state.aside.folders);
  }

  /** Plans a unit. True where the published folder has it with this fingerprint, so that it need not be made. */
  plan(name: string, fingerprint: string): boolean {
    this.#planned.set(name, fingerprint);
    if (this.#state?.live.units.get(name)?.fingerprint === fingerprint) return true;
    this.#changed = true;
    if (this.#keepsAside(name)) return true;
    this.#clear(name);
    return false;
  }

  /** Fingerprints of the units planned so far, by name. */
  get planned(): ReadonlyMap<string, string> {
    return this.#planned;
  }

  /** Marks of the files of all units that stand in the folder aside. */
  *marks(): Generator<FileMark> {
    for (const { files } of this.#made.values()) yield* files;
  }

  /** Says that a planned unit now stands in the folder aside, in these files. */
  made(name: string, files: readonly string[]): void {
    this.madeWithMarks(name, files.map((file) => getMark(this.#aside, file)));
  }

  /** The same, where the marks of the files are known already. */
  madeWithMarks(name: string, files: readonly FileMark[]): void {
    const fingerprint = this.#planned.get(name);
    if (fingerprint === undefined) throw new Error(`${name} was made without a plan`);
    for (const [file] of files) addParents(file, this.#touched);
    this.#made.set(name, { fingerprint, files });
  }

  /**
   * After all units are planned and made: names of units that must be made after all, because a file of theirs in the
   * published folder was edited, damaged or removed. Empty once `made` was told of them.
   */
  settle(): readonly string[] {
    const { live } = this.#state ?? {};
    const gone = live !== undefined && [...live.units.keys()].some((name) => !this.#planned.has(name));
    this.#changed ||= gone || live === undefined;
    if (!this.#changed) {
      if (live !== undefined && changedFolders(this.#live, live.folders).length === 0 && [...this.#planned.keys()].every((name) => this.#isIntactLive(name))) return [];
      this.#changed = true;
    }
    const lacking = [...this.#planned.keys()].filter((name) => !this.#made.has(name) && !this.#keepsAside(name) && !this.#linkFromLive(name));
    for (const name of lacking) this.#clear(name);
    return lacking;
  }

  /** True where the folder aside differs from the published one, and is to take its place. */
  get isChanged(): boolean {
    return this.#changed;
  }

  /** The finished generation. Removes from the folder aside whatever is not part of it. */
  finish(): Generation {
    if (!this.#changed && this.#state !== undefined) return this.#state.live;
    const units = new Map<string, Unit>();
    for (const name of this.#planned.keys()) {
      const unit = this.#made.get(name);
      if (unit === undefined) throw new Error(`${name} was planned, and is not there`);
      units.set(name, unit);
    }
    const folders = foldersOf(units.values());
    const { aside } = this.#state ?? {};
    // A folder that was empty at the beginning has nothing else.
    if (aside !== undefined) this.#removeRest(aside, units, folders);
    return { units, folders: markFolders(this.#aside, folders, aside?.folders ?? new Map(), this.#touched) };
  }

  // The folder aside has had it since the build before the last.
  #keepsAside(name: string): boolean {
    const unit = this.#state?.aside?.units.get(name);
    if (unit === undefined || unit.fingerprint !== this.#planned.get(name) || !isIntact(this.#aside, unit)) return false;
    this.#made.set(name, unit);
    return true;
  }

  #isIntactLive(name: string): boolean {
    const unit = this.#state?.live.units.get(name);
    return unit !== undefined && isIntact(this.#live, unit);
  }

  // A second name for the same file: nothing is copied. No file is ever written in place, so that neither folder can
  // change the other's.
  #linkFromLive(name: string): boolean {
    const known = this.#state?.live.units.get(name);
    const unit = known?.fingerprint === this.#planned.get(name) ? known && recognize(this.#live, known) : undefined;
    if (unit === undefined) return false;
    this.#clear(name);
    for (const [file] of unit.files) {
      this.#makeWayTo(file);
      addParents(file, this.#touched);
      this.#link(file);
    }
    this.#made.set(name, unit);
    return true;
  }

  // Looking first whether something is in the way would cost as much again.
  #link(file: string): void {
    const [source, target] = [`${this.#live}/${file}`, `${this.#aside}/${file}`];
    try {
      linkSync(source, target);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      rmSync(target, { recursive: true });
      linkSync(source, target);
    }
  }

  #makeWayTo(file: string): void {
    const folder = path.posix.dirname(file);
    if (this.#state?.aside !== undefined) {
      this.#clearWayTo(file);
    } else {
      // The first change after a clean build finds nothing there, and to look would be a third of its work.
      if (this.#ways.has(folder)) return;
      this.#ways.add(folder);
    }
    mkdirSync(path.join(this.#aside, folder), { recursive: true });
  }

  // Also what the state does not tell of: after a build that was killed when it had published, the folder aside is one
  // site further than the state, and its files are the published ones under a second name.
  #clear(name: string): void {
    if (this.#state?.aside === undefined) return;
    for (const [file] of this.#state.aside.units.get(name)?.files ?? []) {
      addParents(file, this.#touched);
      rmSync(path.join(this.#aside, file), { recursive: true, force: true });
    }
    addParents(name, this.#touched);
    this.#clearWayTo(name);
    rmSync(path.join(this.#aside, name), { recursive: true, force: true });
  }

  // A file that stands where a folder is to be: the redirect "/old.html" of an earlier site, before "/old.html/new/".
  #clearWayTo(name: string): void {
    for (let parent = path.posix.dirname(name); parent !== "."; parent = path.posix.dirname(parent)) {
      const folder = path.join(this.#aside, parent);
      const stat = lstatSync(folder, { throwIfNoEntry: false });
      if (stat?.isDirectory()) return;
      if (stat !== undefined) rmSync(folder);
    }
  }

  #removeRest(aside: Generation, units: ReadonlyMap<string, Unit>, folders: ReadonlySet<string>): void {
    const files = new Set<string>();
    for (const unit of units.values()) for (const [file] of unit.files) files.add(file);
    for (const [name, unit] of aside.units) {
      if (units.has(name)) continue;
      for (const [file] of unit.files) if (!files.has(file)) this.#remove(file, files, folders);
    }
    for (const folder of this.#strange) {
      this.#touched.add(folder);
      if (!folders.has(folder)) continue;
      for (const entry of readdirSync(path.join(this.#aside, folder))) {
        const name = folder === "." ? entry : `${folder}/${entry}`;
        if (!files.has(name) && !folders.has(name)) rmSync(path.join(this.#aside, name), { recursive: true });
      }
    }
  }

  // With the folders that are then empty, as far as no file of the new generation stands in the place of one.
  #remove(file: string, files: ReadonlySet<string>, folders: ReadonlySet<string>): void {
    const parents = new Set<string>();
    addParents(file, parents);
    if (!parents.isDisjointFrom(files)) return;
    addParents(file, this.#touched);
    rmSync(path.join(this.#aside, file), { force: true });
    for (const folder of parents) if (!folders.has(folder)) rmSync(path.join(this.#aside, folder), { recursive: true, force: true });
  }
}
