/**
 * @file SessionCache: compiled graphs by shape, a bounded number of them. Graphs have static shapes, so every distinct
 * batch shape is a session with working memory of its own; the one unused longest makes room.
 */
import type { Executable } from "../executor";

export interface SessionCache<T extends { readonly executable: Executable }> {
  /** @param make runs when the key is unknown */
  get(key: string, make: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param limit sessions kept at most, ≥ 1 */
export function createSessionCache<T extends { readonly executable: Executable }>(limit: number): SessionCache<T> {
  const kept = new Map<string, T>();
  return {
    async get(key, make) {
      const known = kept.get(key);
      if (known) {
        // A Map remembers insertion order: moved to the end = used last.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      for (const [oldest, entry] of kept) {
        if (kept.size < limit) break;
        kept.delete(oldest);
        await entry.executable.close();
      }
      const entry = await make();
      kept.set(key, entry);
      return entry;
    },
    async close() {
      for (const { executable } of kept.values()) await executable.close();
      kept.clear();
    },
  };
}
