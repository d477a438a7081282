import type { Downloads } from "./downloads.ts";
import type { ShardEntry } from "./manifest.ts";
import type { PagefindInstance, PagefindModule } from "./pagefind.ts";

/** Makes an instance of Pagefind for a shard. */
export type InstanceMaker = (entry: ShardEntry) => Promise<PagefindInstance>;

/**
 * Makes instances of Pagefind, one module for each stemming program: a module keeps its program, and its memory, in one
 * variable. Two instances that start at once would each start the program, and the one that comes second would take the
 * first one's memory from under it ("memory access out of bounds"). So the first is awaited before any other is made.
 */
export function createInstances(
  downloads: Downloads,
  importPagefind: (wasm: string) => Promise<PagefindModule>,
): InstanceMaker {
  const firsts = new Map<string, Promise<PagefindInstance>>();

  return async (entry) => {
    const [pagefind] = await Promise.all([importPagefind(entry.wasm), downloads.prepare(entry)]);
    const make = async (): Promise<PagefindInstance> => {
      const instance = pagefind.createInstance({ basePath: downloads.folderOf(entry) });
      await instance.search(""); // Answers, with nothing, as soon as the instance is ready.
      return instance;
    };
    const first = firsts.get(entry.wasm);
    if (first !== undefined) {
      await first;
      return make();
    }
    const made = make();
    firsts.set(entry.wasm, made);
    return made;
  };
}
