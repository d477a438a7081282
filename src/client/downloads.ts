export type Packed = Uint8Array<ArrayBuffer>;

/** The files of an index. What has been downloaded once is kept; what failed is tried again when it is next asked for. */
export interface Downloads {
  /** A file of our own: gzipped JSON. Takes its path inside the index. */
  value(path: string): Promise<unknown>;
  /** A file of Pagefind's: gzip, a signature of twelve bytes, then what is returned. */
  signed(path: string): Promise<Packed>;
}

/** A file that did not arrive. */
export class DownloadError extends Error {}

/** Takes the address of the index with its slash at the end, and `fetch`. */
export function createDownloads(base: string, network: typeof fetch): Downloads {
  const keep = <T>(read: (bytes: Packed) => T): ((path: string) => Promise<T>) => {
    const kept = new Map<string, Promise<T>>();
    return (path) => {
      const value = kept.get(path) ?? download(base + path, network).then(unpack).then(read);
      kept.set(path, value);
      value.catch(() => kept.delete(path));
      return value;
    };
  };
  return { value: keep(parseJson), signed: keep((bytes) => bytes.subarray(12)) };
}

/** A file's response. Throws a DownloadError where it does not arrive. */
export async function download(url: string, network: typeof fetch, init?: RequestInit): Promise<Response> {
  const response = await network(url, init).catch((error: unknown) => {
    throw new DownloadError(`${url}: ${String(error)}`);
  });
  if (!response.ok) throw new DownloadError(`${url}: status ${response.status}`);
  return response;
}

async function unpack(response: Response): Promise<Packed> {
  const packed = await response.blob();
  try {
    return new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  } catch (error) {
    throw new DownloadError(`${response.url}: cut short or changed on the way (${String(error)})`);
  }
}

function parseJson(bytes: Packed): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
