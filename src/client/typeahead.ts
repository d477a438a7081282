import { anyText, element, partOf } from "./elements.ts";
import type { Name } from "./names.ts";
import type { Speech } from "./speech.ts";

/** How the field is served. */
export interface TypeaheadOptions {
  readonly speech: Speech;
  readonly complete: (text: string) => Promise<readonly Name[]>;
  /** A name has been chosen. */
  readonly choose: (name: string) => void;
}

/**
 * Offers names below the field while the reader types: a combobox with a list, after the ARIA Authoring Practices. Arrow
 * keys walk through it, Enter takes, Escape closes; without a choice the field is the reader's own.
 */
export function offerNames(root: HTMLElement, { speech, complete, choose }: TypeaheadOptions): { close(): void } {
  const field = partOf(root, "field", HTMLInputElement);
  const list = partOf(root, "names", HTMLElement);
  let names: readonly Name[] = [];
  let active = -1;
  let round = 0;

  list.setAttribute("role", "listbox");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) field.setAttribute(name, value);

  function show(found: readonly Name[]): void {
    names = found;
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    list.replaceChildren(...found.map(optionOf));
    activate(-1);
  }

  function optionOf({ kind, name, count }: Name, i: number): HTMLElement {
    const option = element("li", "", anyText("span", "search-name", name), " ", element("span", "search-count", `${speech.say(`kinds.${kind}`)} · ${speech.count("articles", count)}`));
    option.id = `${list.id}-${i}`;
    option.setAttribute("role", "option");
    // Before the field loses the focus, which would close the list.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(i));
    return option;
  }

  function activate(next: number): void {
    active = next;
    Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
    const option = list.children[next];
    if (option === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  }

  function take(i: number): void {
    const name = names[i];
    if (name === undefined) return;
    close();
    choose(name.name);
  }

  function close(): void {
    round++;
    if (names.length > 0) show([]);
  }

  async function offer(): Promise<void> {
    const mine = ++round;
    const text = field.value.trim();
    // A failure is told where it matters, at the search itself.
    const found = text.length < 2 ? [] : await complete(text).catch(() => []);
    if (mine === round && document.activeElement === field) show(found);
  }

  field.addEventListener("input", () => void offer());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (names.length === 0) return;
    if (event.key === "ArrowDown") activate(active + 1 < names.length ? active + 1 : -1);
    else if (event.key === "ArrowUp") activate(active < 0 ? names.length - 1 : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) take(active);
    else return;
    event.preventDefault();
  });

  return { close };
}
