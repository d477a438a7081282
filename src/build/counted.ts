import { countOf } from "../html/count.ts";
import { en } from "../html/strings/en.ts";

/** A number of things, in the English of the terminal: "1 page", "19,042 pages". `many` is the word for several. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return countOf(count, { one: `# ${one}`, other: `# ${many}` }, en);
}
