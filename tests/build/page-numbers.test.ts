import { expect, test } from "vitest";
import { comesInNumbers } from "../../src/build/page-numbers.ts";
import { planPages } from "../../src/build/plan.ts";
import { contextOf, type Matter } from "../archive-of.ts";

test("Eleventy renders a few pages, however many articles, names, feeds, former addresses and withdrawals an archive has", () => {
  const articles: Matter = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`a${i}.md`, `date: 1987-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}\npeople: [Ann Lee, Person ${i}]\nbyline: Writer ${i}\nformerUrls: [/old/${i}.html]`]),
  );
  const withdrawn: Matter = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`w${i}.md`, `date: 1987-01-01\nstatus: withdrawn\nwithdrawn: { date: 1988-01-01, reason: It was wrong }`]),
  );
  const pages = planPages(contextOf({ ...articles, ...withdrawn }));
  expect(pages.length).toBeGreaterThan(1000);
  expect(pages.filter(({ kind }) => !comesInNumbers(kind)).length).toBeLessThan(30);
});
