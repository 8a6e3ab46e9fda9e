/**
 * @file Swappable index: the handle that the rest of the process holds, so that a rebuilt index replaces the live
 * one between two searches.
 */
import { AppError } from "../../core/errors";
import type { StoredIndex } from "./stored-index";

export interface SwappableIndex extends StoredIndex {
  readonly current: StoredIndex;
  /**
   * From the next call on, everything goes to `next`.
   * @returns the index that served until now
   */
  swap(next: StoredIndex): StoredIndex;
}

export function createSwappableIndex(first: StoredIndex): SwappableIndex {
  let current = first;
  return {
    get current() {
      return current;
    },
    get kind() {
      return current.kind;
    },
    get dimension() {
      return current.dimension;
    },
    get size() {
      return current.size;
    },
    get deletedShare() {
      return current.deletedShare;
    },
    add: (items) => current.add(items),
    remove: (ids) => current.remove(ids),
    search: (query, k, filter) => current.search(query, k, filter),
    compact: () => current.compact(),
    saveSnapshot: (folder, encoderVersion) => current.saveSnapshot(folder, encoderVersion),
    swap(next) {
      if (next === current) throw new AppError("internal/broken-assumption", "An index cannot be swapped with itself.");
      const previous = current;
      current = next;
      return previous;
    },
  };
}
