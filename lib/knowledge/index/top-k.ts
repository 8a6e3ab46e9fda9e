/**
 * @file Top k: keeps the best k of a stream of scored slots in a heap whose root is the worst one kept.
 * Order: higher score first, equal scores by id, so that every index gives the same list.
 */

export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Negative when `a` ranks before `b`. Ids compare by code unit, so the order does not depend on a locale. */
export function compareHits(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

export interface TopK<T extends Scored> {
  /** True when a hit of this score could still enter; lets callers skip work for hopeless ones. */
  admits(score: number): boolean;
  push(hit: T): void;
  /** Best first. */
  sorted(): T[];
}

/** @param k whole number ≥ 0 */
export function createTopK<T extends Scored>(k: number): TopK<T> {
  const heap: T[] = [];
  return {
    admits: (score) => heap.length < k || (k > 0 && score >= (heap[0] as T).score),
    push(hit) {
      if (heap.length < k) {
        heap.push(hit);
        siftUp(heap);
      } else if (k > 0 && compareHits(hit, heap[0] as T) < 0) {
        heap[0] = hit;
        siftDown(heap);
      }
    },
    sorted: () => [...heap].sort(compareHits),
  };
}

/** A parent never ranks before its children. */
function siftUp<T extends Scored>(heap: T[]): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compareHits(heap[parent] as T, heap[at] as T) >= 0) return;
    [heap[parent], heap[at]] = [heap[at] as T, heap[parent] as T];
    at = parent;
  }
}

function siftDown<T extends Scored>(heap: T[]): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && compareHits(heap[child] as T, heap[worst] as T) > 0) worst = child;
    }
    if (worst === at) return;
    [heap[worst], heap[at]] = [heap[at] as T, heap[worst] as T];
    at = worst;
  }
}
