import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

type Options = Parameters<AxeBuilder["options"]>[0];

/** For a page that was looked over already, and differs in nothing but its colours. */
export const rulesOfColours: Options = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** What axe finds wrong with an open page: the rule, and the elements that break it. */
export async function faultsIn(page: Page, options: Options = {}): Promise<readonly string[]> {
  // It need not describe everything that is right.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ ...options, resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
