/** A finished fingerprint, to be made part of others: 128 bits as four signed integers. */
export interface Print {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * A fingerprint of many short values, one after the other: MurmurHash3_x86_128 (Austin Appleby, public domain;
 * https://github.com/aappleby/smhasher) over the values, each filled up with zeros to a multiple of its blocks of 16 bytes.
 * It is meant for what is known by heart of 19,000 articles at once: nothing need be joined, encoded and handed to native
 * code first, which for SHA-256 costs ten times as much. Nobody gains by making two values meet here but the one whose
 * archive it is, and by chance they do not meet in 128 bits.
 */
export class QuickFingerprint {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;
  #blocks = 0;

  /** Takes a text, or that there is none. */
  text(value: string | undefined): this {
    if (value === undefined) return this.#block(-1, 0, 0, 0);
    this.#block(value.length, twoUnits(value, 0), twoUnits(value, 2), twoUnits(value, 4));
    for (let i = 6; i < value.length; i += 8) this.#block(twoUnits(value, i), twoUnits(value, i + 2), twoUnits(value, i + 4), twoUnits(value, i + 6));
    return this;
  }

  /** Takes a whole number of 32 bits. */
  number(value: number): this {
    return this.#block(value, 0, 0, 0);
  }

  /** Takes what another fingerprint was made of. */
  print({ a, b, c, d }: Print): this {
    return this.#block(a, b, c, d);
  }

  /** What was taken so far. */
  toPrint(): Print {
    const length = this.#blocks * 16;
    let b = this.#b ^ length;
    let c = this.#c ^ length;
    let d = this.#d ^ length;
    let a = ((this.#a ^ length) + b + c + d) | 0;
    b = spread((b + a) | 0);
    c = spread((c + a) | 0);
    d = spread((d + a) | 0);
    a = (spread(a) + b + c + d) | 0;
    return { a, b: (b + a) | 0, c: (c + a) | 0, d: (d + a) | 0 };
  }

  /** The same as text, as long as one of `fingerprintOf`. */
  toString(): string {
    const { a, b, c, d } = this.toPrint();
    bytes.writeInt32LE(a, 0);
    bytes.writeInt32LE(b, 4);
    bytes.writeInt32LE(c, 8);
    bytes.writeInt32LE(d, 12);
    return bytes.toString("base64url");
  }

  // Written out: called ten million times for 95,000 articles, in a process that V8 has not optimized yet (71 ns a block with
  // functions for turning and multiplying by five, 39 without).
  #block(a: number, b: number, c: number, d: number): this {
    let word = Math.imul(a, 0x239b961b);
    let mixed = this.#a ^ Math.imul((word << 15) | (word >>> 17), 0xab0e9789);
    mixed = (((mixed << 19) | (mixed >>> 13)) + this.#b) | 0;
    const newA = (mixed + (mixed << 2) + 0x561ccd1b) | 0;
    word = Math.imul(b, 0xab0e9789);
    mixed = this.#b ^ Math.imul((word << 16) | (word >>> 16), 0x38b34ae5);
    mixed = (((mixed << 17) | (mixed >>> 15)) + this.#c) | 0;
    this.#b = (mixed + (mixed << 2) + 0x0bcaa747) | 0;
    word = Math.imul(c, 0x38b34ae5);
    mixed = this.#c ^ Math.imul((word << 17) | (word >>> 15), 0xa1e38b93);
    mixed = (((mixed << 15) | (mixed >>> 17)) + this.#d) | 0;
    this.#c = (mixed + (mixed << 2) + 0x96cd1c35) | 0;
    word = Math.imul(d, 0xa1e38b93);
    mixed = this.#d ^ Math.imul((word << 18) | (word >>> 14), 0x239b961b);
    mixed = (((mixed << 13) | (mixed >>> 19)) + newA) | 0;
    this.#d = (mixed + (mixed << 2) + 0x32ac3b17) | 0;
    this.#a = newA;
    this.#blocks++;
    return this;
  }
}

const bytes = Buffer.alloc(16);

function twoUnits(text: string, at: number): number {
  const first = at < text.length ? text.charCodeAt(at) : 0;
  return at + 1 < text.length ? first | (text.charCodeAt(at + 1) << 16) : first;
}

function spread(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const more = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return more ^ (more >>> 16);
}
