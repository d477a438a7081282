import { filterNames, mapFilters, orders, type Question } from "./question.ts";

export const pageSize = 10;
// "show=100000" in an address must not make the page fetch as many files.
const mostShown = 500;
// Longer than any headline; every word costs a download from every shard.
const longestQuery = 400;
const mostValues = 8;

/** Reads an address: "?q=oil&person=Volcker&sort=newest". What it cannot read counts as not given. */
export function parseQuestion(search: string): Question {
  const fields = new URLSearchParams(search);
  const texts = (name: string): readonly string[] =>
    [...new Set(fields.getAll(name).map((text) => text.trim().slice(0, longestQuery)))].filter((text) => text !== "").slice(0, mostValues);
  const text = (name: string): string => texts(name)[0] ?? "";
  const day = (name: string): string => (/^\d{4}(?:-\d\d){0,2}$/u.test(text(name)) ? text(name) : "");
  const show = Number(text("show"));
  return {
    words: text("q"),
    filters: mapFilters(texts),
    from: day("from"),
    to: day("to"),
    order: orders.find((order) => order === text("sort")) ?? "relevance",
    show: Number.isInteger(show) && show > pageSize ? Math.min(show, mostShown) : pageSize,
  };
}

/** The address of a question, from "?" on, without what is the default; "" for an empty question. */
export function formatQuestion({ words, filters, from, to, order, show }: Question): string {
  const fields = new URLSearchParams();
  if (words !== "") fields.set("q", words);
  for (const name of filterNames) for (const value of filters[name]) fields.append(name, value);
  for (const [name, value] of Object.entries({ from, to })) if (value !== "") fields.set(name, value);
  if (order !== "relevance") fields.set("sort", order);
  if (show !== pageSize) fields.set("show", String(show));
  const text = fields.toString();
  return text === "" ? "" : `?${text}`;
}
