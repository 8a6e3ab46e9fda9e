/** @file axe on the page as it stands: every violation of WCAG 2.1 A and AA, by rule and place. */
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: { readonly id: string; readonly nodes: { readonly target: unknown }[] }[];
}

/** @returns one line per violated rule; empty when there is none */
export async function violations(page: Page): Promise<string[]> {
  // The page's own policy forbids injected scripts; evaluate runs outside of it.
  const source = await readFile(axePath, "utf8");
  await page.evaluate(source);
  const result = await page.evaluate(async () => (await (window as unknown as { axe: { run(root: Document, options: unknown): Promise<unknown> } }).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })) as never);
  return (result as AxeResult).violations.map((violation) => `${violation.id}: ${JSON.stringify(violation.nodes.map((node) => node.target))}`);
}
