/**
 * @file WordFeatures: how well one passage covers the words of a question, as numbers for the stage that decides between
 * answering and abstaining. Looks at no vectors.
 */
import type { PassageTable } from "./passage-table";
import { inverseFrequency, passageFrequency, type Scope } from "./scope";
import { isCharacter } from "./tokenize";
import type { QueryUnit } from "./understand";

/** How much of a word counts as covered when only a synonym is there. */
const SYNONYM_SHARE = 0.8;

export interface WordFeatures {
  /** Idf-weighted share of the question's words that the passage has, itself or (at 0.8) by a synonym, 0–1. */
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

/** A unit of the question with what does not depend on the passage, worked out once per question. */
interface RatedWord {
  readonly unit: QueryUnit;
  readonly idf: number;
  /** No readable passage has it, itself or by a synonym. */
  readonly isUnknown: boolean;
}

/** @returns a function from the slot of a live passage to its features */
export function createWordFeatures(table: PassageTable, units: readonly QueryUnit[], scope: Scope): (slot: number) => WordFeatures {
  const whole = units.filter((unit) => unit.kind !== "joined" && !isCharacter(unit));
  const words = (whole.length > 0 ? whole : units).map((unit) => rate(table, unit, scope));
  const total = words.reduce((sum, word) => sum + word.idf, 0);
  const unknown = words.reduce((sum, word) => sum + (word.isUnknown ? word.idf : 0), 0);
  return (slot) => {
    const has = (term: string): boolean => (table.list(term)?.countsAt(slot) ?? 0) > 0;
    let literal = 0;
    let bySynonym = 0;
    for (const { unit, idf } of words) {
      if (has(unit.term)) literal += idf;
      else if (unit.concepts.some(has)) bySynonym += idf * SYNONYM_SHARE;
    }
    const numbers = words.filter(({ unit }) => unit.isNumber);
    return {
      coverage: total > 0 ? (literal + bySynonym) / total : 0,
      literalCoverage: total > 0 ? literal / total : 0,
      unknownShare: total > 0 ? unknown / total : 0,
      numbersFound: numbers.length > 0 ? numbers.filter(({ unit }) => has(unit.term)).length / numbers.length : null,
      proximity: proximity(table, slot, words.map(({ unit }) => unit.term).filter(has)),
    };
  };
}

function rate(table: PassageTable, unit: QueryUnit, scope: Scope): RatedWord {
  const frequencyOf = (term: string): number => {
    const list = table.list(term);
    return list ? passageFrequency(list, scope) : 0;
  };
  const own = frequencyOf(unit.term);
  const isUnknown = own === 0 && unit.concepts.every((concept) => frequencyOf(concept) === 0);
  return { unit, idf: inverseFrequency(own, scope.passages) * unit.weight, isUnknown };
}

/** Words found ÷ length of the shortest stretch of the body that holds them all. */
function proximity(table: PassageTable, slot: number, found: readonly string[]): number {
  const sequence = table.rows[slot]?.sequence;
  const wanted = new Set(found.map((term) => table.numberOf(term)).filter((number) => number >= 0));
  if (!sequence || wanted.size < 2) return 0;
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
