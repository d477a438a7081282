import type { Block, ListBlock } from "./blocks.ts";
import { attributeOf, isElement, nameOf } from "./html-document.ts";
import type { HtmlReader, Place } from "./html-reader.ts";
import { collapse } from "./html-text.ts";

export const listNames: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dir"]);

/**
 * Reads a list. Markdown counts up by one from the first number of a list: where a page's numbers jump or run down, a new
 * list begins.
 */
export function readList(list: Element, reader: HtmlReader, place: Place): readonly ListBlock[] {
  const inside = { ...place, nesting: place.nesting + 1 };
  const items = itemsOf(list, reader).map(({ nodes, value }) => ({ blocks: reader.read(nodes, inside), value }));
  if (items.every(({ blocks }) => blocks.length === 0)) return [];
  const words = (): string => collapse(list.textContent ?? "");
  const bullets: ListBlock = { kind: "list", start: undefined, items: items.map(({ blocks }) => blocks) };
  if (nameOf(list) !== "ol") return [bullets];
  const style = attributeOf(list, "type") ?? /list-style(?:-type)?:\s*(?<style>[\w-]+)/iu.exec(attributeOf(list, "style") ?? "")?.groups?.["style"];
  if (/^(?:[ai]|(?:lower|upper)-\w+)$/iu.test(style ?? "")) reader.losses.add("change", "letters or Roman numbers of a list written as numbers", words());
  const lists = numbered(items, list);
  if (lists.every((each) => each.start >= 0 && each.start + each.items.length <= highestNumber)) return lists;
  reader.losses.add("warning", "numbers of a list that Markdown cannot write", words());
  return [bullets];
}

/** CommonMark 0.31, 5.2: an item's number has nine digits at most. */
const highestNumber = 999_999_999;

function numbered(items: readonly { readonly blocks: readonly Block[]; readonly value: number | undefined }[], list: Element): readonly (ListBlock & { readonly start: number })[] {
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const lists: { kind: "list"; start: number; items: (readonly Block[])[] }[] = [];
  let next = integer(attributeOf(list, "start")) ?? (step === 1 ? 1 : items.length);
  for (const { blocks, value } of items) {
    const number = value ?? next;
    next = number + step;
    const last = lists.at(-1);
    if (last && number === last.start + last.items.length) last.items.push(blocks);
    else lists.push({ kind: "list", start: number, items: [blocks] });
  }
  return lists;
}

interface Item {
  readonly nodes: Node[];
  readonly value: number | undefined;
}

// A list directly in a list belongs to the item before it; loose text is an item.
function itemsOf(list: Element, { footnotes }: HtmlReader): readonly Item[] {
  const items: Item[] = [];
  for (const node of list.childNodes) {
    if (isElement(node) && footnotes.notes.has(node)) continue;
    if (isElement(node) && nameOf(node) === "li") items.push({ nodes: [node], value: integer(attributeOf(node, "value")) });
    else if (isElement(node) && listNames.has(nameOf(node)) && items.length > 0) items.at(-1)?.nodes.push(node);
    else if (collapse(node.textContent ?? "") !== "" || (isElement(node) && node.querySelector("img"))) items.push({ nodes: [node], value: undefined });
  }
  return items;
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,10}$/u.test(text) ? Number(text) : undefined;
}
