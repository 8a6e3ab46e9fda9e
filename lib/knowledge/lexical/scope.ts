/**
 * @file Scope: the passages one question may see, with the statistics of exactly those. Scores under a filter equal the
 * scores of an index that holds nothing else, so hidden passages leave no trace in results, order or repairs.
 */
import type { ChunkId } from "../../core/types";
import type { PassageTable } from "./passage-table";
import type { PostingList } from "./postings";

export interface Scope {
  /** 1 where a slot may be seen. */
  readonly allowed: Uint8Array;
  readonly passages: number;
  readonly documents: number;
  /** Mean length per field in words, over the passages allowed; at least 1. */
  readonly meanLengths: readonly [number, number, number];
  /** Words per document number: body and headings of its allowed passages. */
  readonly documentLengths: Float32Array;
  readonly meanDocumentLength: number;
}

/** @param filter called once per live passage; left out: all */
export function openScope(table: PassageTable, filter?: (id: ChunkId) => boolean): Scope {
  const allowed = new Uint8Array(table.rows.length);
  const documentLengths = new Float32Array(table.documentCount);
  const sums: [number, number, number] = [0, 0, 0];
  let passages = 0;
  let documents = 0;
  table.rows.forEach((row, slot) => {
    if (!row || (filter && !filter(row.id))) return;
    allowed[slot] = 1;
    passages++;
    sums[0] += row.lengths[0];
    sums[1] += row.lengths[1];
    sums[2] += row.lengths[2];
    const before = documentLengths[row.document] ?? 0;
    if (before === 0) documents++;
    // A passage without words still makes its document count.
    documentLengths[row.document] = before + Math.max(row.lengths[2], 1e-3);
  });
  const mean = (sum: number): number => Math.max(sum / Math.max(passages, 1), 1);
  return {
    allowed,
    passages,
    documents,
    meanLengths: [mean(sums[0]), mean(sums[1]), mean(sums[2])],
    documentLengths,
    meanDocumentLength: Math.max(sums[2] / Math.max(documents, 1), 1),
  };
}

/** Allowed passages that hold the term. */
export function passageFrequency(list: PostingList, scope: Scope): number {
  let frequency = 0;
  for (let i = 0; i < list.length; i++) frequency += scope.allowed[list.slots[i] ?? 0] ?? 0;
  return frequency;
}

/**
 * Inverse frequency, natural log, always > 0.
 *
 * @source Robertson & Zaragoza 2009, "The probabilistic relevance framework", with +1 inside the log as in Lucene
 */
export function inverseFrequency(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}
