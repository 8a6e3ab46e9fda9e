/**
 * @file Score: BM25F over title, headings and body of each passage, plus the BM25 of its whole document, term by term
 * into one score per slot. Permission comes in as a Scope; a slot outside it keeps score 0.
 */
import type { LexicalConstants } from "../retrieval/constants";
import type { PassageTable } from "./passage-table";
import { bodyCount, headingsCount, titleCount, type PostingList } from "./postings";
import { inverseFrequency, passageFrequency, type Scope } from "./scope";
import type { QueryUnit } from "./understand";

/** A term to add up: a unit's own term at its weight, or a concept below it. */
interface WeightedList {
  readonly list: PostingList;
  readonly weight: number;
}

/** @returns one BM25 score per slot; 0 where nothing matches or the slot is outside the scope */
export function scoreSlots(table: PassageTable, units: readonly QueryUnit[], scope: Scope, constants: LexicalConstants): Float32Array {
  const scores = new Float32Array(table.rows.length);
  const documentScores = new Float32Array(table.documentCount);
  for (const weighted of weightedLists(table, units, constants)) {
    addPassageScores(table, weighted, { scope, constants, scores });
    if (constants.documentWeight > 0) addDocumentScores(table, weighted, { scope, constants, scores: documentScores });
  }
  addPhraseScores(table, units, { scope, constants, scores });
  for (let slot = 0; slot < scores.length; slot++) {
    const row = table.rows[slot];
    if (row && scope.allowed[slot] === 1) {
      scores[slot] = (scores[slot] ?? 0) + constants.documentWeight * (documentScores[row.document] ?? 0);
    }
  }
  return scores;
}

function weightedLists(table: PassageTable, units: readonly QueryUnit[], constants: LexicalConstants): WeightedList[] {
  const weights = new Map<string, number>();
  for (const unit of units) {
    weights.set(unit.term, Math.max(weights.get(unit.term) ?? 0, unit.weight));
    for (const concept of unit.concepts) {
      weights.set(concept, Math.max(weights.get(concept) ?? 0, constants.conceptWeight / unit.concepts.length ** constants.conceptSpread));
    }
  }
  return [...weights].flatMap(([term, weight]) => {
    const list = table.list(term);
    return list ? [{ list, weight }] : [];
  });
}

interface Target {
  readonly scope: Scope;
  readonly constants: LexicalConstants;
  readonly scores: Float32Array;
}

/**
 * BM25F: occurrences per field, each divided by its length norm and multiplied by its field's weight, saturated together.
 *
 * @source Robertson, Zaragoza & Taylor 2004, "Simple BM25 extension to multiple weighted fields", eq. 3
 */
function addPassageScores(table: PassageTable, { list, weight }: WeightedList, { scope, constants, scores }: Target): void {
  const frequency = passageFrequency(list, scope);
  if (frequency === 0) return;
  const idf = inverseFrequency(frequency, scope.passages) ** constants.idfPower * weight;
  const { k1, b, fieldWeights } = constants;
  for (let i = 0; i < list.length; i++) {
    const slot = list.slots[i] ?? 0;
    const row = table.rows[slot];
    if (!row || scope.allowed[slot] !== 1) continue;
    const packed = list.counts[i] ?? 0;
    const { lengths } = row;
    const { meanLengths } = scope;
    const occurrences =
      (fieldWeights[0] * titleCount(packed)) / (1 - b[0] + (b[0] * lengths[0]) / meanLengths[0]) +
      (fieldWeights[1] * headingsCount(packed)) / (1 - b[1] + (b[1] * lengths[1]) / meanLengths[1]) +
      (fieldWeights[2] * bodyCount(packed)) / (1 - b[2] + (b[2] * lengths[2]) / meanLengths[2]);
    scores[slot] = (scores[slot] ?? 0) + (idf * occurrences * (k1 + 1)) / (occurrences + k1);
  }
}

/** Plain BM25 of whole documents: body occurrences of all allowed passages together, title once. */
function addDocumentScores(table: PassageTable, { list, weight }: WeightedList, { scope, constants, scores }: Target): void {
  const occurrences = new Map<number, number>();
  for (let i = 0; i < list.length; i++) {
    const slot = list.slots[i] ?? 0;
    const row = table.rows[slot];
    if (!row || scope.allowed[slot] !== 1) continue;
    const packed = list.counts[i] ?? 0;
    occurrences.set(row.document, (occurrences.get(row.document) ?? (titleCount(packed) > 0 ? constants.fieldWeights[0] : 0)) + bodyCount(packed));
  }
  if (occurrences.size === 0) return;
  const idf = inverseFrequency(occurrences.size, scope.documents) ** constants.idfPower * weight;
  const b = constants.b[2];
  for (const [document, count] of occurrences) {
    const norm = 1 - b + (b * (scope.documentLengths[document] ?? 0)) / scope.meanDocumentLength;
    scores[document] = (scores[document] ?? 0) + (idf * count * (constants.k1 + 1)) / (count + constants.k1 * norm);
  }
}

/** Neighbours of the question that are neighbours in the body, in this order, with at most one word between them. */
function addPhraseScores(table: PassageTable, units: readonly QueryUnit[], { scope, constants, scores }: Target): void {
  if (constants.phraseWeight === 0) return;
  const words = units.filter((unit) => unit.kind === "word" || unit.kind === "number").sort((a, b) => a.position - b.position);
  for (let i = 0; i + 1 < words.length; i++) {
    const first = words[i];
    const second = words[i + 1];
    if (!first || !second || second.position - first.position > 2) continue;
    const [a, b] = [table.list(first.term), table.list(second.term)];
    if (!a || !b) continue;
    const idf = Math.min(
      inverseFrequency(passageFrequency(a, scope), scope.passages),
      inverseFrequency(passageFrequency(b, scope), scope.passages),
    );
    const shorter = a.length < b.length ? a : b;
    const other = shorter === a ? b : a;
    for (let at = 0; at < shorter.length; at++) {
      const slot = shorter.slots[at] ?? 0;
      const row = table.rows[slot];
      if (!row || scope.allowed[slot] !== 1 || other.countsAt(slot) === 0) continue;
      if (areNeighbours(row.sequence, table.numberOf(first.term), table.numberOf(second.term))) {
        scores[slot] = (scores[slot] ?? 0) + constants.phraseWeight * idf;
      }
    }
  }
}

function areNeighbours(sequence: Int32Array, first: number, second: number): boolean {
  for (let i = 0; i < sequence.length; i++) {
    if (sequence[i] === first && (sequence[i + 1] === second || sequence[i + 2] === second)) return true;
  }
  return false;
}
