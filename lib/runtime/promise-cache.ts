/**
 * @file A keyed, bounded cache of promises: concurrent callers share one load, the least recently used entry
 * leaves first, and a failed load is forgotten so that the next caller tries again.
 */

export interface PromiseCache<T> {
  /** The cached promise of `key`, or the one that `load` starts now. */
  get(key: string, load: () => Promise<T>): Promise<T>;
  delete(key: string): void;
  readonly size: number;
}

/** @param capacity entries kept, ≥ 1. Values that leave are only dropped, never closed: callers may still hold them. */
export function createPromiseCache<T>(capacity: number): PromiseCache<T> {
  const entries = new Map<string, Promise<T>>();
  return {
    get(key, load) {
      const cached = entries.get(key);
      if (cached) {
        entries.delete(key);
        entries.set(key, cached);
        return cached;
      }
      const loading = load();
      entries.set(key, loading);
      // The identity check keeps a late failure from removing a newer load of the same key.
      loading.catch(() => {
        if (entries.get(key) === loading) entries.delete(key);
      });
      for (const oldest of entries.keys()) {
        if (entries.size <= capacity) break;
        entries.delete(oldest);
      }
      return loading;
    },
    delete: (key) => void entries.delete(key),
    get size() {
      return entries.size;
    },
  };
}
