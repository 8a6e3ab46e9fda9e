/** @file Which documents are listed, and in which order. Pure. */
import type { DocumentView } from "@/lib/contracts/documents";

export interface DocumentFilter {
  readonly words: string;
  readonly kind: DocumentView["kind"] | "all";
  /** working: on its way; attention: someone must do something. */
  readonly status: "all" | "ready" | "working" | "attention";
  readonly order: "added" | "title";
}

export const NO_FILTER: DocumentFilter = { words: "", kind: "all", status: "all", order: "added" };

const STATUSES: Readonly<Record<Exclude<DocumentFilter["status"], "all">, readonly DocumentView["status"][]>> = {
  ready: ["ready"],
  working: ["queued", "processing"],
  attention: ["needs_ocr", "failed"],
};

/**
 * @returns every word found in title or file name (any order, any case); newest first or by title; a title that
 *   sorts equal falls back to the id, so that rows never swap by themselves
 */
export function filterDocuments(documents: readonly DocumentView[], filter: DocumentFilter): DocumentView[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return documents
    .filter((document) => {
      if (filter.kind !== "all" && document.kind !== filter.kind) return false;
      if (filter.status !== "all" && !STATUSES[filter.status].includes(document.status)) return false;
      const text = `${document.title} ${document.source}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => {
      const order = filter.order === "title" ? a.title.localeCompare(b.title) : b.createdAt.localeCompare(a.createdAt);
      return order || a.id.localeCompare(b.id);
    });
}
