import { fieldsOf } from "./fields.ts";
import { listOf, textsOf } from "./lists.ts";

/** Cuts a folded word to its stem: "prices" -> "price". */
export type Stemmer = (word: string) => string;

/** For languages that Pagefind has no stemming program for. */
export const keepWord: Stemmer = (word) => word;

/**
 * Makes a stemmer of Pagefind's WebAssembly program for a language (unpacked, without its signature). The words of an index
 * are stems, so a query must be stemmed by the very same program. It answers with the stems of a query in its playground
 * mode, here of an index without articles; all else that it can do is done by our own scripts, which can tell a failed
 * download from a word that is not there. Throws an Error where the program is another one than that of Pagefind 1.5.2.
 */
export async function makeStemmer(program: Uint8Array<ArrayBuffer>): Promise<Stemmer> {
  const { instance } = await WebAssembly.instantiate(program, { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: () => undefined } });
  const call = (name: string, ...values: readonly unknown[]): unknown => {
    const made = instance.exports[name];
    if (typeof made !== "function") throw new Error(`no ${name}`);
    return made(...values);
  };
  const bytesAt = (at: number, length: number): Uint8Array => {
    const { memory } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error("no memory");
    return new Uint8Array(memory.buffer, at, length);
  };
  const pass = (bytes: Uint8Array): readonly [number, number] => {
    const at = Number(call("__wbindgen_malloc", bytes.length, 1));
    bytesAt(at, bytes.length).set(bytes);
    return [at, bytes.length];
  };

  call("__wbindgen_start");
  const index = call("enter_playground_mode", call("init_pagefind", ...pass(emptyIndex)));
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const texts = [word, word, "{}", "{}"].flatMap((text) => pass(new TextEncoder().encode(text)));
    const answer = call("search", index, ...texts, false, false);
    const [at = 0, length = 0] = listOf(answer).map(Number);
    // { "search_keywords": ["price"], ... }
    const { search_keywords: stems } = fieldsOf(JSON.parse(new TextDecoder().decode(bytesAt(at, length))));
    call("__wbindgen_free", at, length, 1);
    const [stem = word, ...others] = textsOf(stems);
    const one = others.length === 0 ? stem : word;
    known.set(word, one);
    return one;
  };
}

// ["1.5.2", [], [], [], [], []] in CBOR: version, pages, chunks, filters, sorts, fields.
const emptyIndex = Uint8Array.of(134, 101, 49, 46, 53, 46, 50, 128, 128, 128, 128, 128);
