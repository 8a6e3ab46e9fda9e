/**
 * @file matchTop: the best k subjects of a pool, exactly as scoring everyone would find them, reading only those that the
 * upper bound does not rule out. Subjects and their stored vectors are loaded when they are read.
 */
import { rankCards, type Ranked } from "../match-pool";
import { scoreSubject, type PreparedRequest } from "../score-subject";
import type { EvidenceVectors } from "../likeness";
import type { MatchSubject } from "../types";
import type { SubjectIndex } from "./subject-index";
import { upperBounds } from "./upper-bound";

export interface StoredSubject<Id extends string = string> {
  readonly id: Id;
  readonly subject: MatchSubject;
  /** Of its items, by canonical text. */
  readonly vectors: EvidenceVectors;
}

export interface MatchTopOptions<Id extends string> {
  readonly index: SubjectIndex;
  /** By ordinal of the index; null for one that was erased. */
  readonly load: (ordinal: number) => Promise<StoredSubject<Id> | null> | StoredSubject<Id> | null;
  readonly k: number;
  readonly signal?: AbortSignal;
}

export interface MatchTop<Id extends string> {
  readonly results: readonly Ranked<Id>[];
  /** Subjects that were scored exactly. */
  readonly examined: number;
}

/** How many are scored before the worst kept score is worked out again. */
const STRIDE = 32;

/** @returns the same k as scoring all and sorting: by score, must-haves met, id */
export async function matchTop<Id extends string>(prepared: PreparedRequest, { index, load, k, signal }: MatchTopOptions<Id>): Promise<MatchTop<Id>> {
  const bounds = upperBounds(index, prepared);
  const order = Uint32Array.from(bounds.keys()).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
  let kept: Ranked<Id>[] = [];
  let examined = 0;
  for (const ordinal of order) {
    const worst = kept.length >= k ? (kept[k - 1]?.card.score ?? 0) : -1;
    // An equal score may still win by must-haves or id: only what is surely below is left out.
    if (kept.length >= k && (bounds[ordinal] ?? 0) < worst) break;
    if (examined % STRIDE === 0) signal?.throwIfAborted();
    const stored = await load(ordinal);
    examined++;
    if (!stored) continue;
    const card = scoreSubject(stored.subject, prepared, stored.vectors);
    if (kept.length < k || card.score >= worst) kept = rankCards([...kept, { id: stored.id, card }]).slice(0, k);
  }
  return { results: kept, examined };
}
