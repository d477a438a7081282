import { expect, test } from "vitest";
import { diskTrouble } from "../../src/build/disk-trouble.ts";

test.each<[message: string, sentence: string | undefined]>([
  ["ENOSPC: no space left on device, write", "there is no room left on the disk (write); make some, and build again"],
  ["ENOSPC: no space left on device, mkdir '/srv/_site.next/a'", "there is no room left on the disk (mkdir /srv/_site.next/a); make some, and build again"],
  ["Rendering the 500 pages from /a/ on failed: Error: EDQUOT: disk quota exceeded, open '/srv/a'\n    at writeFileSync", "there is no room left on the disk (open /srv/a); make some, and build again"],
  ["EACCES: permission denied, mkdir '/srv/_site.next'", "you may not write /srv/_site.next; ask for the right to, or name another folder with --output"],
  ["EACCES: permission denied, scandir '/srv/articles/1987'", "you may not read /srv/articles/1987; ask for the right to"],
  ["EROFS: read-only file system, rename '/srv/a' -> '/srv/b'", "the disk of /srv/a is read-only; name a folder on another"],
  ["ENOTDIR: not a directory, mkdir '/srv/file/_site'", "a file stands where the folder /srv/file/_site is to be; name another folder with --output"],
  ["EEXIST: file already exists, mkdir '/srv/file'", "a file stands where the folder /srv/file is to be; name another folder with --output"],
  ["EEXIST: file already exists, link '/srv/a' -> '/srv/b'", undefined],
  ["ENOENT: no such file or directory, open '/srv/a'", undefined],
  ["the template is wrong", undefined],
])("%s", (message, sentence) => {
  expect(diskTrouble(new Error(message))).toBe(sentence);
});

test("what is no error is none of the disk's", () => {
  expect(diskTrouble("ENOSPC: no space left on device, write")).toBe(undefined);
});
