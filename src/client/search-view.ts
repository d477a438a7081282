import type { Answer, Facets, Hit } from "./engine.ts";
import type { Question } from "./question.ts";

/** The parts of the search page that the script fills in; the template `layouts/search.11ty.ts` prints them. */
export interface SearchView {
  readonly form: HTMLFormElement;
  readonly filters: HTMLDetailsElement;
  readonly more: HTMLButtonElement;
  readonly retry: HTMLButtonElement;
  /** Names of the filters whose values the form offers. */
  readonly facets: readonly string[];
  /** Nothing is asked: the ways to browse. */
  showIdle(): void;
  showWaiting(): void;
  showAnswer(answer: Answer, question: Question): void;
  showFailure(): void;
  showFacets(facets: Facets): void;
  /** Says something to screen readers, and shows it above the results. */
  announce(text: string): void;
}

/** Takes the page's search element. Throws an Error where the template and this script do not fit. */
export function createView(root: HTMLElement): SearchView {
  const part = <E extends Element>(name: string, type: abstract new () => E): E => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (found instanceof type) return found;
    throw new Error(`The search page has no ${name}.`);
  };
  const status = part("status", HTMLElement);
  const results = part("results", HTMLElement);
  const advice = part("advice", HTMLElement);
  const problem = part("problem", HTMLElement);
  const ways = part("ways", HTMLElement);
  const more = part("more", HTMLButtonElement);
  const lists = Array.from(root.querySelectorAll<HTMLDataListElement>("datalist[data-filter]"));

  function announce(text: string): void {
    status.textContent = text;
  }

  function show(visible: Partial<Record<"results" | "advice" | "problem" | "ways" | "more", boolean>>): void {
    results.hidden = !visible.results;
    advice.hidden = !visible.advice;
    problem.hidden = !visible.problem;
    ways.hidden = !visible.ways;
    more.hidden = !visible.more;
    root.removeAttribute("aria-busy");
  }

  return {
    form: part("form", HTMLFormElement),
    filters: part("filters", HTMLDetailsElement),
    facets: lists.map(filterOf),
    more,
    retry: part("retry", HTMLButtonElement),
    announce,
    showIdle() {
      show({ ways: true });
      results.replaceChildren();
      announce("");
    },
    showWaiting() {
      root.setAttribute("aria-busy", "true");
    },
    showAnswer({ hits, total, complete }, question) {
      show({ results: hits.length > 0, advice: hits.length === 0, ways: hits.length === 0, more: hits.length < total || !complete });
      showHits(results, hits);
      announce(describeAnswer({ hits, total, complete }, question));
    },
    showFailure() {
      show({ problem: true, ways: true });
      results.replaceChildren();
      announce("The search could not be carried out.");
    },
    showFacets(facets) {
      for (const list of lists) list.replaceChildren(...(facets.get(filterOf(list)) ?? []).map(optionElement));
    },
  };
}

/** "1,204 results", "At least 12 results", "No results". Order is said where it is not relevance. */
export function describeAnswer({ hits, total, complete }: Answer, { order }: Question): string {
  if (total === 0) return "No results.";
  const count = String(total).replace(/\B(?=(?:\d{3})+$)/gu, ",");
  const results = total === 1 && complete ? "1 result" : `${complete ? "" : "At least "}${count} results`;
  const shown = hits.length < total ? `, ${hits.length} shown` : "";
  return `${results}${order === "relevance" ? "" : `, ${order} first`}${shown}.`;
}

// Results that stand already are left alone, so that "more results" keeps the reader's place and focus.
function showHits(list: HTMLElement, hits: readonly Hit[]): void {
  const standing = Array.from(list.children, (item) => item.querySelector("a")?.getAttribute("href"));
  const continues = standing.length <= hits.length && standing.every((href, i) => href === hits[i]?.href);
  if (continues && standing.length > 0 && standing.length < hits.length) {
    list.append(...hits.slice(standing.length).map(hitElement));
  } else {
    list.replaceChildren(...hits.map(hitElement));
  }
}

function hitElement({ href, title, date, section, excerpt }: Hit): HTMLElement {
  const link = element("a", "search-title", title);
  link.setAttribute("href", href);
  const notes = element("p", "search-notes", [date, section].filter((note) => note !== "").join(" · "));
  const text = element("p", "search-excerpt", "");
  text.append(...excerpt.map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text)));
  const item = element("li", "search-hit", "");
  const heading = element("h2", "search-heading", "");
  heading.append(link);
  item.append(heading, notes, text);
  return item;
}

function optionElement([value, count]: readonly [string, number]): HTMLOptionElement {
  const option = document.createElement("option");
  option.value = value;
  option.label = `${value} (${count})`;
  return option;
}

function filterOf(list: HTMLDataListElement): string {
  return list.dataset["filter"] ?? "";
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
