/**
 * @file ConditionalQA train → pairs: scenario and question, or the question alone, to each line of evidence and to the
 * evidence as one passage. Only the training part is ever read here.
 */
import type { Pair } from "../types";
import { stripMarkup, type ConditionalQaRow } from "./formats";

const MAX_JOINED = 600;
const MIN_EVIDENCE = 12;

/**
 * Sources: cqa-scenario (as the held-out set asks), cqa-question (short), cqa-section (all evidence of a question as one
 * passage with the page's name as heading, as a handbook's passage looks).
 */
export function conditionalQaPairs(rows: readonly ConditionalQaRow[]): Pair[] {
  return rows.flatMap((row) => {
    const evidences = [...new Set(row.evidences.map(stripMarkup))].filter((text) => text.length >= MIN_EVIDENCE);
    if (evidences.length === 0) return [];
    const scenario = `${row.scenario} ${row.question}`.replace(/\s+/g, " ").trim();
    const question = row.question.replace(/\s+/g, " ").trim();
    const heading = row.url.replace(/^.*\//, "").replace(/-/g, " ");
    const base = { language: "en", group: row.url } as const;
    return [
      ...evidences.map((passage): Pair => ({ ...base, source: "cqa-scenario", query: scenario, passage })),
      ...evidences.map((passage): Pair => ({ ...base, source: "cqa-question", query: question, passage, heading })),
      { ...base, source: "cqa-section", query: question, passage: evidences.join("\n").slice(0, MAX_JOINED), heading },
    ];
  });
}
