import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Linux keeps the files of this folder in memory. */
const inMemory = "/dev/shm";

/** All tests together never hold so much at once; a container often has 64 MB there. */
const roomNeeded = 2 * 1024 ** 3;

/**
 * Gives all tests one temporary folder, and takes it away after them. It lies in memory where there is room: the tests make
 * and remove some hundred thousand small files, and a disk that is slow at that held them up for a third of their time
 * (measured: 32 against 122 seconds for tests/build/identity.test.ts).
 */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(hasRoom(inMemory) ? inMemory : tmpdir(), "backfile-tests-"));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomNeeded;
}
