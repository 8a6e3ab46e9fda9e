/**
 * @file The most frequent pair first: a binary heap of symbol pairs with their counts. Equal counts give the smaller
 * left symbol first, then the smaller right one, so that training does not depend on the order of the words.
 */

export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

export interface PairQueue {
  push(pair: Pair): void;
  /** Takes out the first; undefined when empty. */
  pop(): Pair | undefined;
}

export function createPairQueue(): PairQueue {
  const heap: Pair[] = [];
  const at = (index: number): Pair => heap[index] as Pair;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [at(b), at(a)];
  };
  const sinkFrom = (start: number): void => {
    for (let parent = start; ; ) {
      let first = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) if (child < heap.length && isBefore(at(child), at(first))) first = child;
      if (first === parent) return;
      swap(parent, first);
      parent = first;
    }
  };
  return {
    push(pair) {
      let child = heap.push(pair) - 1;
      while (child > 0 && isBefore(at(child), at((child - 1) >> 1))) {
        swap(child, (child - 1) >> 1);
        child = (child - 1) >> 1;
      }
    },
    pop() {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return last;
      const first = at(0);
      heap[0] = last;
      sinkFrom(0);
      return first;
    },
  };
}

function isBefore(a: Pair, b: Pair): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return a.left !== b.left ? a.left < b.left : a.right < b.right;
}
