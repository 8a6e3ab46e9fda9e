/**
 * @file Precision, recall and F1 of spans, strictly: start, end and label must all be right.
 */
import type { UnitSpan } from "./tag-set";

export interface SpanScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** @param gold, found one list per sentence, in the same order. Nothing to find and nothing found counts as 1. */
export function scoreSpans(gold: readonly (readonly UnitSpan[])[], found: readonly (readonly UnitSpan[])[]): SpanScores {
  const count = { gold: 0, found: 0, right: 0 };
  gold.forEach((wanted, at) => {
    const keys = new Set(wanted.map(keyOf));
    const given = new Set((found[at] ?? []).map(keyOf));
    count.gold += keys.size;
    count.found += given.size;
    for (const key of given) if (keys.has(key)) count.right++;
  });
  const precision = count.found === 0 ? (count.gold === 0 ? 1 : 0) : count.right / count.found;
  const recall = count.gold === 0 ? 1 : count.right / count.gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), ...count };
}

/** The same, for each label that occurs. */
export function scoreByLabel(gold: readonly (readonly UnitSpan[])[], found: readonly (readonly UnitSpan[])[]): Record<string, SpanScores> {
  const labels = [...new Set([...gold, ...found].flatMap((spans) => spans.map(({ label }) => label)))].sort();
  const only = (all: readonly (readonly UnitSpan[])[], label: string): UnitSpan[][] => all.map((spans) => spans.filter((span) => span.label === label));
  return Object.fromEntries(labels.map((label) => [label, scoreSpans(only(gold, label), only(found, label))]));
}

const keyOf = ({ start, end, label }: UnitSpan): string => `${start} ${end} ${label}`;
