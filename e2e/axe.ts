/** @file axe on the page as it stands: every violation of WCAG 2.1 A and AA, by rule and place. */
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: { readonly id: string; readonly nodes: { readonly target: unknown }[] }[];
}

/**
 * @param rules only these rules, where the rest of the page has been looked at already; all of WCAG A and AA when left out
 * @param within a selector of what is to be looked at; the whole page when left out
 * @returns one line per violated rule; empty when there is none
 */
export async function violations(page: Page, rules?: readonly string[], within?: string): Promise<string[]> {
  // The page's own policy forbids injected scripts; evaluate runs outside of it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axePath, "utf8"));
  const runOnly = rules ? { type: "rule", values: rules } : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
  const result = await page.evaluate(async ([only, root]) => (await (window as unknown as { axe: { run(root: Document | string, options: unknown): Promise<unknown> } }).axe.run(root ?? document, { runOnly: only })) as never, [runOnly, within] as const);
  return (result as AxeResult).violations.map((violation) => `${violation.id}: ${JSON.stringify(violation.nodes.map((node) => node.target))}`);
}
