/**
 * @file WordFeatures: how well one passage covers the words of a question, as numbers for the stage that decides between
 * answering and abstaining. Looks at no vectors.
 */
import type { LexicalConstants } from "../retrieval/constants";
import type { PassageTable } from "./passage-table";
import { inverseFrequency, passageFrequency, type Scope } from "./scope";
import { isCharacter } from "./tokenize";
import type { QueryUnit } from "./understand";

export interface WordFeatures {
  /** Idf-weighted share of the question's words that the passage has, itself or by a synonym (at the synonym's weight), 0–1. */
  readonly coverage: number;
  /** The same without synonyms. */
  readonly literalCoverage: number;
  /** Share of the question's words that no readable passage has, idf-weighted, 0–1. */
  readonly unknownShare: number;
  /** Numbers of the question that the passage has; null when the question has none. */
  readonly numbersFound: number | null;
  /** 1 when the words found stand next to each other, towards 0 as they spread over the passage; 0 below two words. */
  readonly proximity: number;
}

export interface FeatureInput {
  readonly table: PassageTable;
  readonly units: readonly QueryUnit[];
  readonly scope: Scope;
  readonly constants: LexicalConstants;
}

/** @param slot of a live passage */
export function wordFeatures(slot: number, { table, units, scope, constants }: FeatureInput): WordFeatures {
  const has = (term: string): boolean => (table.list(term)?.countsAt(slot) ?? 0) > 0;
  const whole = units.filter((unit) => unit.kind !== "joined" && !isCharacter(unit));
  const counted = whole.length > 0 ? whole : units;
  let total = 0;
  let literal = 0;
  let covered = 0;
  let unknown = 0;
  for (const unit of counted) {
    const list = table.list(unit.term);
    const frequency = list ? passageFrequency(list, scope) : 0;
    const idf = inverseFrequency(frequency, scope.passages) * unit.weight;
    total += idf;
    if (frequency === 0 && !unit.concepts.some((concept) => passageFrequencyOf(table, concept, scope) > 0)) unknown += idf;
    if (has(unit.term)) {
      literal += idf;
      covered += idf;
    } else if (unit.concepts.some(has)) covered += idf * Math.max(constants.conceptWeight, 0.5);
  }
  const numbers = counted.filter((unit) => unit.isNumber);
  return {
    coverage: total > 0 ? covered / total : 0,
    literalCoverage: total > 0 ? literal / total : 0,
    unknownShare: total > 0 ? unknown / total : 0,
    numbersFound: numbers.length > 0 ? numbers.filter((unit) => has(unit.term)).length / numbers.length : null,
    proximity: proximity(table, slot, counted.map((unit) => unit.term).filter(has)),
  };
}

function passageFrequencyOf(table: PassageTable, term: string, scope: Scope): number {
  const list = table.list(term);
  return list ? passageFrequency(list, scope) : 0;
}

/** Words found ÷ length of the shortest stretch of the body that holds them all. */
function proximity(table: PassageTable, slot: number, found: readonly string[]): number {
  const sequence = table.rows[slot]?.sequence;
  const wanted = new Set(found.map((term) => table.numberOf(term)).filter((number) => number >= 0));
  if (!sequence) return 0;
  const present = new Set([...sequence].filter((number) => wanted.has(number)));
  if (present.size < 2) return 0;
  const counts = new Map<number, number>();
  let shortest = Infinity;
  let start = 0;
  for (let end = 0; end < sequence.length; end++) {
    const number = sequence[end] ?? -1;
    if (present.has(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
    while (counts.size === present.size) {
      shortest = Math.min(shortest, end - start + 1);
      const leaving = sequence[start] ?? -1;
      const left = (counts.get(leaving) ?? 0) - 1;
      if (left === 0) counts.delete(leaving);
      else if (left > 0) counts.set(leaving, left);
      start++;
    }
  }
  return present.size / shortest;
}
