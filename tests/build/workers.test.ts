import { afterEach, beforeEach, expect, test } from "vitest";
import { Workers } from "../../src/build/workers.ts";
import type { AheadJob } from "../../src/content/read-ahead.ts";
import { fileOfNumber, inventedArchive, writeContent } from "./small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

let folder: WorkFolder;
let workers: Workers;
beforeEach(() => {
  folder = makeWorkFolder();
  workers = new Workers(2);
});
afterEach(() => {
  workers.close();
  folder.remove();
});

const nameOf = ({ files }: AheadJob): string => `Reading ${files.join(", ")}`;

test("work is divided between this process and another, and each job is done once", async () => {
  writeContent(folder.content, inventedArchive(40));
  const files = Array.from({ length: 40 }, (_, i) => fileOfNumber(i + 1));
  const left = files.values();
  const [there, here]: [string[], string[]] = [[], []];
  await workers.work({
    kind: "read",
    next: () => {
      const { value } = left.next();
      return value === undefined ? undefined : { folder: folder.content, files: [value] };
    },
    take: (read, job) => there.push(...job.files.slice(0, read.length)),
    nameOf,
    here: async () => {
      // Until the other process has started.
      if (there.length === 0) return true;
      const { value } = left.next();
      if (value !== undefined) here.push(value);
      return value !== undefined;
    },
  });
  expect([...there, ...here].sort()).toEqual(files.toSorted());
  expect([there.length, here.length].every((count) => count > 0)).toBe(true);
});

test("what is thrown here fails the work", async () => {
  const here = (): Promise<boolean> => Promise.reject(new Error("a template is wrong"));
  await expect(workers.work({ kind: "read", next: () => undefined, take: () => undefined, nameOf, here })).rejects.toThrow("a template is wrong");
});

test("where the work with others fails, this process has stopped when that is told", async () => {
  let [done, isTold] = [0, false];
  const failing = workers.work({
    kind: "read",
    next: () => ({ folder: folder.path, files: [] }),
    take: () => {
      throw new Error("no place for a result");
    },
    nameOf,
    here: async () => {
      expect(isTold).toBe(false);
      done++;
      return true;
    },
  });
  await expect(failing).rejects.toThrow("no place for a result");
  isTold = true;
  const before = done;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([done, before > 0]).toEqual([before, true]);
});

test("a single process needs no other", async () => {
  const alone = new Workers(1);
  const never = (): never => {
    throw new Error("there is no other process");
  };
  let left = 3;
  await alone.work({ kind: "read", next: never, take: never, nameOf, here: async () => left-- > 0 });
  expect(left).toBe(-1);
});
