/**
 * @file Document changes as they happen, inside this process: the dispatcher publishes, server-sent event streams
 * subscribe. Carries ids only; each subscriber reads the document again with its own scope.
 */
import type { DocumentId } from "../../core/types";

export type DocumentChange = { readonly type: "changed" | "removed"; readonly id: DocumentId };

export interface DocumentEvents {
  publish(change: DocumentChange): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (change: DocumentChange) => void): () => void;
}

export function createDocumentEvents(): DocumentEvents {
  const listeners = new Set<(change: DocumentChange) => void>();
  return {
    publish: (change) => listeners.forEach((listener) => listener(change)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
