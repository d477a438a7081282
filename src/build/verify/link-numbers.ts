/** Texts that have got a number since they were last asked for. */
export interface NewTexts {
  /** The number of the first of them. */
  readonly first: number;
  readonly texts: readonly string[];
}

/**
 * Numbers for links, each link once. A page brings them as texts that nobody has looked up yet, so that a Map must hash each and
 * compare it with its own, at a place in memory that was last used long ago: in the middle of rendering that takes 600 ns. Here
 * it is hashed twice, to 64 bits that tell it apart, which stand beside its number: 250 ns. (That two of a million different
 * links have the same is as likely as one in thirty million.)
 */
export class LinkNumbers {
  /** For each place: both hashes, the number and one, and the page that last had the link; 0 where the place is free. */
  #table = new Int32Array(fields << 12);
  #count = 0;
  #page = 0;
  #taken = 0;
  #new: string[] = [];

  /** The numbers of a page's links, each once. */
  numbersOf(links: readonly string[]): readonly number[] {
    this.#page++;
    const numbers: number[] = [];
    for (const link of links) {
      const at = this.#placeOf(link);
      if (this.#table[at + 3] === this.#page) continue;
      this.#table[at + 3] = this.#page;
      numbers.push((this.#table[at + 2] ?? 0) - 1);
    }
    return numbers;
  }

  /** The links that are new since the last time. */
  take(): NewTexts {
    const taken = { first: this.#taken, texts: this.#new };
    this.#taken += this.#new.length;
    this.#new = [];
    return taken;
  }

  // By FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, and by a multiplication of MurmurHash2.
  #placeOf(link: string): number {
    let [first, second] = [0x811c9dc5 | 0, link.length];
    for (let i = 0; i < link.length; i++) {
      const code = link.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 13);
    }
    const at = freePlace(this.#table, first, second);
    if (this.#table[at + 2] !== 0) return at;
    this.#new.push(link);
    this.#count++;
    this.#table[at] = first;
    this.#table[at + 1] = second;
    this.#table[at + 2] = this.#count;
    if (this.#count * fields * 2 <= this.#table.length) return at;
    this.#table = enlarged(this.#table);
    return freePlace(this.#table, first, second);
  }
}

const fields = 4;

// Where a link stands, or is to stand: at the first free place from its own on.
function freePlace(table: Int32Array, first: number, second: number): number {
  let at = ((first ^ (first >>> 15)) * fields) & (table.length - 1);
  while (table[at + 2] !== 0 && (table[at] !== first || table[at + 1] !== second)) at = (at + fields) & (table.length - 1);
  return at;
}

function enlarged(table: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(table.length * 2);
  for (let at = 0; at < table.length; at += fields) {
    if (table[at + 2] !== 0) larger.set(table.subarray(at, at + fields), freePlace(larger, table[at] ?? 0, table[at + 1] ?? 0));
  }
  return larger;
}
