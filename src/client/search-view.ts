import { anyText, element, link, partOf } from "./elements.ts";
import type { Advice, Answer, Hit } from "./engine.ts";
import { formatQuestion } from "./question-address.ts";
import type { Question } from "./question.ts";
import type { Speech } from "./speech.ts";

/** The results and what stands above them; the template `layouts/search.11ty.ts` prints their places. */
export interface SearchView {
  readonly more: HTMLButtonElement;
  readonly retry: HTMLButtonElement;
  /** Nothing is asked: the ways to browse. */
  showIdle(): void;
  showWaiting(): void;
  showAnswer(answer: Answer, question: Question): void;
  showAdvice(advice: Advice, question: Question): void;
  /** All shards have answered. */
  showTotal(total: number, shown: number): void;
  showFailure(): void;
  /** Says something to screen readers, and shows it above the results. */
  announce(text: string): void;
}

/** Takes the page's search element. Throws an Error where the template and this script do not fit. */
export function createView(root: HTMLElement, speech: Speech): SearchView {
  const part = (name: string): HTMLElement => partOf(root, name, HTMLElement);
  const status = part("status");
  const results = part("results");
  const advice = part("advice");
  const problem = part("problem");
  const ways = part("ways");
  const known = part("known");
  const meant = part("meant");
  const more = partOf(root, "more", HTMLButtonElement);

  function announce(text: string): void {
    status.replaceChildren(text);
  }

  function show(...visible: readonly HTMLElement[]): void {
    for (const each of [results, advice, problem, ways, more]) each.hidden = !visible.includes(each);
    root.removeAttribute("aria-busy");
  }

  function showAside(place: HTMLElement, ...children: readonly (Node | string)[]): void {
    place.replaceChildren(...children);
    place.hidden = children.length === 0;
  }

  function showNone(text: string, ...visible: readonly HTMLElement[]): void {
    show(ways, ...visible);
    for (const each of [results, known, meant]) showAside(each);
    announce(text);
  }

  const askFor = (question: Question, text: string): HTMLAnchorElement => link("", location.pathname + formatQuestion(question), text);

  return {
    more,
    retry: partOf(root, "retry", HTMLButtonElement),
    announce,
    showIdle() {
      showNone("");
    },
    showWaiting() {
      root.setAttribute("aria-busy", "true");
    },
    showAnswer({ hits, total, complete, partial, period }, question) {
      show(...(hits.length > 0 ? [results] : [advice, ways]), ...(hits.length < total || !complete ? [more] : []));
      showHits(results, hits);
      showAside(meant);
      announce([
        period === undefined ? "" : speech.say("period", speech.period(period.period)),
        partial ? speech.say("partial") : "",
        describe(speech, total, hits.length, complete),
      ].filter((sentence) => sentence !== "").join(" "));
      if (period === undefined) return;
      const literal = { ...question, words: question.words.replace(period.text, () => `"${period.text}"`) };
      status.append(" ", askFor(literal, speech.say("literal", period.text)));
    },
    showAdvice({ known: names, meant: query }, question) {
      showAside(known, ...names.map(({ kind, name, href, count }) =>
        element("p", "", element("span", "search-kind", speech.say(`kinds.${kind}`)), " ", link("search-name", href, name), " ", element("span", "search-count", speech.count("articles", count))),
      ));
      if (query === undefined) return;
      const [before = "", after = ""] = speech.say("meant", "#").split("#");
      showAside(meant, before, askFor({ ...question, words: query }, query), after);
    },
    showTotal(total, shown) {
      if (total > 0) announce(describe(speech, total, shown, true));
    },
    showFailure() {
      showNone(speech.say("failed"), problem);
    },
  };

  // Results that stand already are left alone, so that "more results" keeps the reader's place and focus.
  function showHits(list: HTMLElement, hits: readonly Hit[]): void {
    const standing = Array.from(list.children, (item) => item.querySelector("a")?.getAttribute("href"));
    const continues = standing.length > 0 && standing.length < hits.length && standing.every((href, i) => href === hits[i]?.href);
    if (continues) list.append(...hits.slice(standing.length).map(hitElement));
    else list.replaceChildren(...hits.map(hitElement));
  }
}

/** "1,204 results, 10 shown.", "At least 12 results.", "No results." */
export function describe(speech: Speech, total: number, shown: number, complete: boolean): string {
  if (total === 0) return speech.say("noResults");
  const results = speech.count(complete ? "results" : "atLeast", total);
  return `${results}${shown < total ? ` · ${speech.count("shown", shown)}` : ""}`;
}

function hitElement({ href, title, date, section, picture, excerpt }: Hit): HTMLElement {
  const text = anyText("p", "search-excerpt", ...excerpt.map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text)));
  const heading = anyText("h2", "search-heading", link("search-title", href, title));
  const notes = element("p", "search-notes", [date, section].filter((note) => note !== "").join(" · "));
  const item = element("li", "search-hit", heading, notes, text);
  if (picture !== "") {
    const image = element("img", "search-picture");
    Object.assign(image, { alt: "", loading: "lazy", src: picture });
    item.append(image);
  }
  return item;
}
