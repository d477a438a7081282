import { formatQuestion, isEmpty, pageSize, parseQuestion, type Question } from "./question.ts";
import { remoteEngine } from "./remote-engine.ts";
import { createView, type SearchView } from "./search-view.ts";

/*
 * The search page's script. The address says what is asked: a committed change (Enter, a choice) is a new entry of the
 * history, typing only shows what would be found.
 */

const root = document.querySelector<HTMLElement>("[data-search]");
if (root !== null) start(root, root.dataset["index"] ?? "/pagefind/");

function start(page: HTMLElement, index: string): void {
  const view = createView(page);
  const engine = remoteEngine(index);
  let shown = parseQuestion(location.search);
  let round = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  async function show(question: Question): Promise<void> {
    clearTimeout(typing);
    shown = question;
    const mine = ++round;
    if (isEmpty(question)) {
      view.showIdle();
      return;
    }
    view.showWaiting();
    try {
      const answer = await engine.ask(question);
      if (mine === round) view.showAnswer(answer, question);
    } catch {
      if (mine === round) view.showFailure();
    }
  }

  // A question that is already in the address is no new entry: going back would seem to do nothing.
  function commit(question: Question): void {
    if (formatQuestion(question) !== location.search) history.pushState(null, "", location.pathname + formatQuestion(question));
    void show(question);
  }

  async function showMore(): Promise<void> {
    const before = page.querySelectorAll("[data-part=results] > li").length;
    const question = { ...shown, show: Math.max(shown.show, before) + pageSize };
    history.replaceState(null, "", location.pathname + formatQuestion(question));
    await show(question);
    // The button may be gone; the reader goes on at the first new result.
    page.querySelectorAll<HTMLElement>("[data-part=results] > li a")[before]?.focus();
  }

  async function loadFacets(): Promise<void> {
    if (!view.filters.open) return;
    try {
      view.showFacets(await engine.facets(view.facets));
    } catch {
      view.announce("The list of people and places could not be loaded.");
    }
  }

  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    commit(readForm(view.form));
  });
  view.form.addEventListener("change", () => commit(readForm(view.form)));
  view.form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== "q") return;
    clearTimeout(typing);
    typing = setTimeout(() => void show(readForm(view.form)), typingPause);
  });
  view.more.addEventListener("click", () => void showMore());
  view.retry.addEventListener("click", () => void show(shown));
  view.filters.addEventListener("toggle", () => void loadFacets());
  addEventListener("popstate", () => {
    shown = parseQuestion(location.search);
    fillForm(view, shown);
    void show(shown);
  });

  fillForm(view, shown);
  void show(shown);
}

// Milliseconds after the last key: shorter than a reader notices, longer than between two keys.
const typingPause = 150;

/** The question in the form's fields, with the first results alone. */
function readForm(form: HTMLFormElement): Question {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.set(name, value);
  return parseQuestion(fields.toString());
}

function fillForm({ form, filters }: SearchView, question: Question): void {
  const { words, person, place, from, to, order } = question;
  for (const [name, value] of Object.entries({ q: words, person, place, from, to, sort: order })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  if (person !== "" || place !== "" || from !== "" || to !== "") filters.open = true;
}
