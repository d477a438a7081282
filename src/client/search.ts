import { createFiltersView } from "./filters-view.ts";
import { partOf } from "./elements.ts";
import { formatQuestion, pageSize, parseQuestion } from "./question-address.ts";
import { isEmpty, type Question } from "./question.ts";
import { openEngine, type Engine } from "./engine.ts";
import { keepPromises } from "./downloads.ts";
import { createView } from "./search-view.ts";
import { parseSpeech } from "./speech.ts";
import { offerNames } from "./typeahead.ts";

/*
 * The search page's script. The address says what is asked: a committed change (Enter, a choice) is a new entry of the
 * history, typing only shows what would be found.
 */

const root = document.querySelector<HTMLElement>("[data-search]");
if (root !== null) start(root);

function start(page: HTMLElement): void {
  const { base: site = "/", index = "/pagefind/", strings = "{}" } = page.dataset;
  const speech = parseSpeech(strings);
  const form = partOf(page, "form", HTMLFormElement);
  const field = partOf(page, "field", HTMLInputElement);
  const view = createView(page, speech);
  const filters = createFiltersView(page, speech, commit);
  const engines = keepPromises((base) => openEngine({ base, site, language: document.documentElement.lang, network: fetch.bind(window) }));
  const engine = (): Promise<Engine> => engines(new URL(index, location.href).href);
  const names = offerNames(page, {
    speech,
    complete: async (text) => (await engine()).complete(text),
    choose(name) {
      field.value = name;
      commit(readForm());
    },
  });
  const title = document.title;
  let shown = parseQuestion(location.search);
  let round = 0;
  // Number of results on the page, while shards that have not been asked may hold more.
  let incomplete: number | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  async function show(question: Question): Promise<void> {
    clearTimeout(typing);
    shown = question;
    const mine = ++round;
    filters.showInUse(question);
    incomplete = undefined;
    try {
      if (isEmpty(question)) {
        view.showIdle();
        return await showFacets(question, mine);
      }
      view.showWaiting();
      const { ask, advise } = await engine();
      const answer = await ask(question);
      if (mine !== round) return;
      if (!answer.complete) incomplete = answer.hits.length;
      view.showAnswer(answer, question);
      const [advice] = await Promise.all([advise(question), showFacets(question, mine)]);
      if (mine === round) view.showAdvice(advice, question);
    } catch {
      if (mine === round) view.showFailure();
    }
  }

  // Only while the filters are open: their data is as large as that of a search. All shards then answer: the total is known.
  async function showFacets(question: Question, mine: number): Promise<void> {
    if (!filters.fold.open) return;
    const facets = await (await engine()).facets(question);
    if (mine !== round) return;
    filters.showFacets(facets, question);
    if (incomplete !== undefined) view.showTotal(facets.total, incomplete);
  }

  // A question that is already in the address is no new entry: going back would seem to do nothing.
  function commit(question: Question): void {
    names.close();
    const address = formatQuestion({ ...question, show: pageSize });
    if (address !== location.search) history.pushState(null, "", location.pathname + address);
    enter();
  }

  function enter(): void {
    const question = parseQuestion(location.search);
    fillForm(question);
    document.title = question.words === "" ? title : `${question.words} – ${title}`;
    void show(question);
  }

  async function showMore(): Promise<void> {
    const before = page.querySelectorAll("[data-part=results] > li").length;
    const question = { ...shown, show: Math.max(shown.show, before) + pageSize };
    if (question.typing !== true) history.replaceState(null, "", location.pathname + formatQuestion(question));
    await show(question);
    // The button may be gone; the reader goes on at the first new result.
    page.querySelectorAll<HTMLElement>("[data-part=results] > li a")[before]?.focus();
  }

  /** The question in the form's fields, with the filters in use and the first results alone. */
  function readForm(): Question {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.set(name, value);
    return { ...parseQuestion(fields.toString()), filters: shown.filters };
  }

  function fillForm({ words, from, to, order }: Question): void {
    for (const [name, value] of Object.entries({ q: words, from, to, sort: order })) setField(form, name, value);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    commit(readForm());
  });
  form.addEventListener("change", ({ target }) => {
    // What is no date stays in its field and is pointed at.
    if (target instanceof Element && target.matches("[name=sort], [name=from], [name=to]") && form.reportValidity()) commit(readForm());
  });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    // While the next key is awaited. What fails is told by the search itself.
    if (shown.order === "relevance") engine().then(({ prepare }) => prepare()).catch(() => undefined);
    // Of one or two letters half the archive would be found.
    if (field.value.trim().length > 2) typing = setTimeout(() => void show({ ...readForm(), typing: true }), typingPause);
  });
  // Links to another question of this page ("Did you mean") need no new page.
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    commit(parseQuestion(link.search));
  });
  view.more.addEventListener("click", () => void showMore());
  view.retry.addEventListener("click", () => void show(shown));
  filters.fold.addEventListener("toggle", () => {
    if (filters.fold.open) showFacets(shown, round).catch(() => view.announce(speech.say("noFacets")));
  });
  addEventListener("popstate", enter);
  enter();
}

// Milliseconds after the last key: shorter than a reader notices, longer than between two keys.
const typingPause = 100;

function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field !== null && "value" in field) field.value = value;
}
