/**
 * @file Pages of a passage: a passage may run over a page's end, and a quote is cited with the page that it begins on.
 */
import type { Span } from "../../core/types";
import type { PageSpan, Passage } from "../types";

/** @returns pages that begin inside the span, in order; undefined where none does, as in most passages */
export function pagesWithin(pages: readonly PageSpan[], span: Span): Passage["laterPages"] {
  const later = pages.filter((page) => page.start > span.start && page.start < span.end);
  return later.length > 0 ? later.map(({ page, start }) => ({ page, start })) : undefined;
}

/** @param offset within the passage, counted in the document's text. @returns null where the format has no pages */
export function pageOf(passage: Pick<Passage, "page" | "laterPages">, offset: number): number | null {
  return passage.laterPages?.findLast((page) => page.start <= offset)?.page ?? passage.page;
}
