import { anyText, button, element, partOf } from "./elements.ts";
import type { Count, Facets } from "./facets.ts";
import { withoutAccents } from "./fold.ts";
import { filterNames, type FilterName, type Question } from "./question.ts";
import type { Speech } from "./speech.ts";

/** Filters: those in use, the values on offer with their numbers among the results, and results by date. */
export interface FiltersView {
  readonly fold: HTMLDetailsElement;
  showInUse(question: Question): void;
  showFacets(facets: Facets, question: Question): void;
}

/** Takes the search element, and what to do with a changed question. */
export function createFiltersView(root: HTMLElement, speech: Speech, ask: (question: Question) => void): FiltersView {
  const chips = partOf(root, "chips", HTMLElement);
  const periods = partOf(root, "periods", HTMLElement);

  function withValues(question: Question, name: FilterName, values: readonly string[]): Question {
    return { ...question, filters: { ...question.filters, [name]: values } };
  }

  function showFacet(name: FilterName, counts: readonly Count[], question: Question): void {
    const box = root.querySelector<HTMLElement>(`[data-facet="${name}"]`);
    const [input, list, rest] = [box?.querySelector("input"), box?.querySelector("ul"), box?.querySelector("p")];
    if (!box || !input || !list || !rest) return;
    const offered = counts.filter(([value]) => !question.filters[name].includes(value));
    box.hidden = offered.length === 0;
    input.hidden = offered.length <= mostListed;
    const fill = (): void => {
      const wanted = withoutAccents(input.value.trim());
      const found = offered.filter(([value]) => ` ${withoutAccents(value)}`.includes(` ${wanted}`));
      list.replaceChildren(...found.slice(0, mostListed).map(([value, count]) =>
        element("li", "", button("search-value", () => ask(withValues(question, name, [...question.filters[name], value])), anyText("span", "", value), " ", element("span", "search-count", speech.number(count)))),
      ));
      const left = found.length - mostListed;
      rest.replaceChildren(left > 0 ? speech.count("others", left) : "");
    };
    input.oninput = fill;
    // Enter takes the first value that fits, and does not send the form.
    input.onkeydown = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      list.querySelector("button")?.click();
    };
    fill();
  }

  // Bars are buttons: a bar is a period to choose. Their heights are set by script, as the policy allows no style in the page.
  function showPeriods(counts: readonly Count[], question: Question): void {
    const most = Math.max(1, ...counts.map(([, count]) => count));
    periods.hidden = counts.length < 2;
    const list = element("ol", "", ...counts.map(([period, count]) => {
      const [from = "", to = from] = period.split("/");
      const span = [...new Set([from, to])].map((end) => speech.period(end)).join("–");
      const label = `${span}: ${speech.count("results", count)}`;
      const bar = element("span", "search-bar");
      bar.style.blockSize = `${count === 0 ? 0 : Math.max(3, Math.round((count / most) * 100))}%`;
      const made = button("", () => ask({ ...question, from, to }), bar);
      made.setAttribute("aria-label", label);
      made.title = label;
      made.disabled = count === 0;
      return element("li", "", made);
    }));
    const ends = counts.flatMap(([period]) => period.split("/"));
    periods.replaceChildren(list, element("p", "search-scale", ...[ends[0], ends.at(-1)].map((end = "") => element("span", "", speech.period(end)))));
  }

  return {
    fold: partOf(root, "filters", HTMLDetailsElement),
    showInUse(question) {
      const chip = (text: string, without: Question): HTMLElement => {
        const made = button("search-chip", () => ask(without), anyText("span", "", text), element("span", "search-cross", "×"));
        made.setAttribute("aria-label", speech.say("remove", text));
        return element("li", "", made);
      };
      const values = filterNames.flatMap((name) => question.filters[name].map((value) =>
        chip(value, withValues(question, name, question.filters[name].filter((other) => other !== value)))));
      const { from, to } = question;
      const dates = from !== "" && from === to ? [chip(speech.period(from), { ...question, from: "", to: "" })] : [
        ...(from === "" ? [] : [chip(speech.say("from", speech.period(from)), { ...question, from: "" })]),
        ...(to === "" ? [] : [chip(speech.say("to", speech.period(to)), { ...question, to: "" })]),
      ];
      chips.replaceChildren(...values, ...dates);
      chips.hidden = chips.childElementCount === 0;
    },
    showFacets({ filters, periods: counts }, question) {
      for (const name of filterNames) showFacet(name, filters[name], question);
      showPeriods(counts, question);
    },
  };
}

const mostListed = 8;
