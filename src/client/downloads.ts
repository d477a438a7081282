import { readPacked, type Packed } from "./packed.ts";

/** The files of an index. What has been downloaded once is kept; what failed is tried again when it is next asked for. */
export interface Downloads {
  /** A file of our own. Takes its path inside the index. */
  packed(path: string): Promise<Packed>;
  /** A program of Pagefind's, behind its signature of twelve bytes. */
  program(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Takes the address of the index with its slash at the end, and `fetch`. */
export function createDownloads(base: string, network: typeof fetch): Downloads {
  const keep = <T>(read: (bytes: Uint8Array<ArrayBuffer>) => T): ((path: string) => Promise<T>) => keepPromises((path) => download(base + path, network).then(unpack).then(read));
  return { packed: keep(readPacked), program: keep((bytes) => bytes.subarray(12)) };
}

/** A function that does its work once for each key, and again after a failure. */
export function keepPromises<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.set(key, value);
    value.catch(() => kept.delete(key));
    return value;
  };
}

/** A file's response. Throws an Error where it does not arrive. */
export async function download(url: string, network: typeof fetch, init?: RequestInit): Promise<Response> {
  const response = await network(url, init);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response;
}

async function unpack(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await response.blob();
  // Fails where the file was cut short or changed on the way.
  return new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
