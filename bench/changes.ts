import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** New texts of files, by their paths; undefined takes a file away. */
export type Changes = ReadonlyMap<string, string | undefined>;

/** The changes an archive sees, one kind after the other. */
export interface DailyChanges {
  readonly editAndNew: Changes;
  readonly backDated: Changes;
  readonly removal: Changes;
}

/** Where in the archive the changes happen, of 1: the back-dated article a tenth from its beginning, the edited one in its middle. */
const backDatedAt = 0.1;
const editedAt = 0.5;
const removedAt = 0.7;

const day = 24 * 60 * 60 * 1000;

/**
 * Plans changes for the articles in `folder`. New articles are copies of others under a new title and date, so that they have
 * subjects whatever the corpus. Throws RangeError where the folder has no dated articles.
 */
export function planChanges(folder: string): DailyChanges {
  const articles = readDated(folder);
  const at = (share: number): Dated => {
    const article = articles[Math.min(articles.length - 1, Math.floor(share * articles.length))];
    if (article === undefined) throw new RangeError(`no article with a date such as 1987-03-02 in ${folder}`);
    return article;
  };
  const edited = at(editedAt);
  const newest = at(1);
  const past = at(backDatedAt);
  const correction = "\nA correction was added to this article on the following day.\n";
  return {
    editAndNew: new Map([[edited.file, edited.text + correction], copyOf(newest, "bench-new", new Date(newest.date.valueOf() + day))]),
    backDated: new Map([copyOf(past, "bench-back-dated", past.date)]),
    removal: new Map([[at(removedAt).file, undefined]]),
  };
}

/** Makes changes, and returns those that undo them. */
export function apply(changes: Changes): Changes {
  const before = new Map<string, string | undefined>();
  for (const [file, text] of changes) {
    before.set(file, readIfThere(file));
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
  return before;
}

interface Dated {
  readonly file: string;
  readonly text: string;
  readonly date: Date;
}

const dateLine = /^date: *"?(\d{4}-\d{2}-\d{2})[^\n]*$/mu;
const titleLine = /^title: .*$/mu;

// Oldest first.
function readDated(folder: string): readonly Dated[] {
  const dated: Dated[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!name.endsWith(".md")) continue;
    const file = path.join(folder, name);
    const text = readFileSync(file, "utf8");
    const date = dateLine.exec(text)?.[1];
    if (date !== undefined) dated.push({ file, text, date: new Date(`${date}T00:00:00Z`) });
  }
  return dated.toSorted((a, b) => a.date.valueOf() - b.date.valueOf());
}

function copyOf({ file, text }: Dated, name: string, date: Date): readonly [string, string] {
  const copy = text.replace(dateLine, `date: ${date.toISOString().slice(0, 10)}T23:00:00Z`).replace(titleLine, 'title: "A new article for the archive"');
  return [path.join(path.dirname(file), `${name}.md`), copy];
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
