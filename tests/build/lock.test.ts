import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lockFile, LockedError, takeLock } from "../../src/build/lock.ts";

let folder = "";
let output = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-lock-"));
  output = path.join(folder, "site");
});
afterEach(() => {
  rmSync(lockFile(output), { force: true });
  rmSync(folder, { recursive: true });
});

test("of two builds into one folder the second is refused with the number of the first, and may come when that is done", () => {
  const unlock = takeLock(output);
  expect(() => takeLock(output)).toThrow(LockedError);
  expect(() => takeLock(output)).toThrow(`process ${process.pid} has been building into ${output} for 0 seconds; wait for it, or stop it`);
  unlock();
  takeLock(output)();
});

test.each<[age: string, seconds: number]>([
  ["1 second", 1],
  ["119 seconds", 119],
  ["2 minutes", 120],
  ["90 minutes", 5_400],
  ["26 hours", 93_600],
  ["0 seconds", -3_600], // Whoever set the clock back meanwhile.
])("the refusal says for how long the first has been at it: %s", (age, seconds) => {
  const unlock = takeLock(output);
  const taken = new Date(Date.now() - seconds * 1000);
  utimesSync(lockFile(output), taken, taken);
  expect(() => takeLock(output)).toThrow(` for ${age}; wait`);
  unlock();
});

test("builds into other folders do not wait", () => {
  const unlock = takeLock(output);
  takeLock(path.join(folder, "other"))();
  unlock();
});

test("a folder is the same by any of its names", () => {
  const unlock = takeLock(output);
  expect(() => takeLock(path.relative(process.cwd(), output))).toThrow(LockedError);
  expect(() => takeLock(`${folder}/./other/../site/`)).toThrow(LockedError);
  unlock();
});

test("a lock that is given back leaves nothing", () => {
  takeLock(output)();
  const name = path.basename(lockFile(output));
  expect(readdirSync(path.dirname(lockFile(output))).filter((file) => file.startsWith(name))).toEqual([]);
});

describe("a lock that nobody holds is taken over at once:", () => {
  test.each<[what: string, text: () => string]>([
    ["of a process that is dead", () => String(deadProcess())],
    ["of a process that is dead, with its start", () => `${deadProcess()} 12345`],
    ["empty", () => ""],
    ["not a number", () => "backfile"],
    ["number 0, which would signal our own group", () => "0"],
    ["a negative number, which would signal a group", () => "-1"],
  ])("%s", (_what, text) => {
    writeFileSync(lockFile(output), text());
    const unlock = takeLock(output);
    expect(readFileSync(lockFile(output), "utf8")).toMatch(new RegExp(`^${process.pid} `, "u"));
    unlock();
    expect(existsSync(lockFile(output))).toBe(false);
  });

  test.runIf(process.platform === "linux")("of a dead process that its parent has not cleared away", async () => {
    // A shell that does not wait for its child: the child stays a zombie.
    const shell = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 10"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(shell.stdout, "data");
    const pid = String(line).trim();
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, "utf8")).toContain(") Z "), 5_000);
    writeFileSync(lockFile(output), pid);
    takeLock(output)();
    shell.kill();
  });

  test.runIf(process.platform === "linux")("of a dead process whose number another has since", () => {
    writeFileSync(lockFile(output), `${process.pid} 1`);
    takeLock(output)();
  });
});

test("a lock of another's process that lives is respected", () => {
  // The first process of the machine may belong to another user: it cannot be signalled, but it lives.
  writeFileSync(lockFile(output), "1");
  expect(() => takeLock(output)).toThrow("process 1 has been building");
});

function deadProcess(): number {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  return pid;
}
