/** How often a tag goes with a cue, in the other articles of an archive. */
export interface Share {
  readonly tag: string;
  /** From 0 to 1, a little less than `tagged / of`: three of three is no certainty (Laplace's rule). */
  readonly share: number;
  readonly tagged: number;
  readonly of: number;
}

/** What an article itself has added to a tally, to be left out when it is judged by it. */
export interface Own {
  readonly counted: boolean;
  readonly tags: ReadonlySet<string>;
}

/**
 * Counts how often articles with a cue ("LONDON" in the dateline, "Japanese" in the lead) have a tag.
 * Cues are numbered and counted in a map for each tag: a map for each cue took a third of the time of a whole archive.
 */
export class CueTally {
  /** Shares below it are never given. */
  readonly #least: number;
  readonly #cues = new Map<string, number>();
  readonly #articles: number[] = [];
  readonly #tags = new Map<string, number>();
  readonly #counts: TagCounts[] = [];
  /** By cue: tags that may reach the least share. Made when first asked for. */
  #hopeful: ReadonlyMap<number, readonly TagCounts[]> | undefined;

  constructor(least: number) {
    this.#least = least;
  }

  /** Counts one article. */
  add(cues: Iterable<string>, tags: Iterable<string>, known: ReadonlySet<string> = none): void {
    this.#hopeful = undefined;
    const tagged = [...tags].filter((tag) => !known.has(tag)).map((tag) => this.#countsOf(tag).tagged);
    const said = [...known].map((tag) => this.#countsOf(tag).known);
    for (const cue of cues) {
      const id = this.#cueId(cue);
      this.#articles[id] = (this.#articles[id] ?? 0) + 1;
      for (const counts of tagged) count(counts, id);
      for (const counts of said) count(counts, id);
    }
  }

  /**
   * The tags of the other articles with a cue. Of an archive's own article what it added is taken away first, so that no
   * article is judged by its own tags. Tags that `known` has are left out.
   */
  shares(cue: string, own: Own, known: ReadonlySet<string> = none): readonly Share[] {
    const id = this.#cues.get(cue);
    const hopeful = id === undefined ? undefined : this.#hopefulTags().get(id);
    if (id === undefined || hopeful === undefined) return [];
    const shares: Share[] = [];
    for (const counts of hopeful) {
      const { tag } = counts;
      if (known.has(tag)) continue;
      const of = (this.#articles[id] ?? 0) - (counts.known.get(id) ?? 0) - Number(own.counted);
      const tagged = (counts.tagged.get(id) ?? 0) - Number(own.counted && own.tags.has(tag));
      const share = tagged / (of + 1);
      if (tagged > 0 && share >= this.#least) shares.push({ tag, share, tagged, of });
    }
    return shares;
  }

  /** How many other articles have a cue and do not show the tag otherwise. */
  silent(cue: string, tag: string, own: Own): number {
    const [id, tagId] = [this.#cues.get(cue), this.#tags.get(tag)];
    if (id === undefined) return 0;
    return (this.#articles[id] ?? 0) - (tagId === undefined ? 0 : (this.#counts[tagId]?.known.get(id) ?? 0)) - Number(own.counted);
  }

  /** How many other articles have a cue. */
  articles(cue: string, own: Own): number {
    const id = this.#cues.get(cue);
    return id === undefined ? 0 : (this.#articles[id] ?? 0) - Number(own.counted);
  }

  #hopefulTags(): ReadonlyMap<number, readonly TagCounts[]> {
    if (this.#hopeful !== undefined) return this.#hopeful;
    const hopeful = new Map<number, TagCounts[]>();
    for (const counts of this.#counts) {
      for (const [id, tagged] of counts.tagged) {
        if (tagged < this.#least * ((this.#articles[id] ?? 0) - (counts.known.get(id) ?? 0))) continue;
        const others = hopeful.get(id);
        if (others === undefined) hopeful.set(id, [counts]);
        else others.push(counts);
      }
    }
    this.#hopeful = hopeful;
    return hopeful;
  }

  #cueId(cue: string): number {
    const known = this.#cues.get(cue);
    if (known !== undefined) return known;
    this.#cues.set(cue, this.#cues.size);
    return this.#cues.size - 1;
  }

  #countsOf(tag: string): TagCounts {
    const id = this.#tags.get(tag) ?? this.#tags.size;
    this.#tags.set(tag, id);
    return (this.#counts[id] ??= { tag, tagged: new Map(), known: new Map() });
  }
}

/** By number of cue: articles with tag and cue, and articles with the cue in which something else already says the tag. */
interface TagCounts {
  readonly tag: string;
  readonly tagged: Map<number, number>;
  readonly known: Map<number, number>;
}

const none: ReadonlySet<string> = new Set();

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
