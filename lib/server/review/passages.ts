/**
 * @file Passages as the reviewer grades them: stored text to the letter, its sentences, what was quoted from it. What not
 * every employee may read is put before a reviewer only after the audit log says so.
 */
import type { PassageRow } from "../../../db/queries/review-queue";
import type { Database } from "../../../db/client";
import { MAX_LISTED_IDS } from "../../contracts/audit";
import type { Citation } from "../../contracts/evidence";
import type { ReviewPassage } from "../../contracts/review";
import type { Actor } from "../../core/types";
import { splitSentences } from "../../knowledge/chunk/sentences";
import { record } from "../audit/record";

/** @param citations of the answer; those of other passages are left out */
export function toReviewPassage(row: PassageRow, citations: readonly Citation[] = []): ReviewPassage {
  const { chunkId, documentId, title, kind, headings, page, start, end, text, language, isNew, forAll } = row;
  const sentences = splitSentences(text).map((span) => ({ start: start + span.start, end: start + span.end }));
  const quoted = citations
    .filter((citation) => citation.documentId === documentId && citation.start < end && citation.end > start)
    .map((citation) => ({ start: Math.max(start, citation.start), end: Math.min(end, citation.end) }))
    // A quote of another version of this document would mark other words.
    .filter((span) => citations.some((citation) => citation.quote.includes(text.slice(span.start - start, span.end - start))));
  return { chunkId, documentId, title, kind, headings, page, start, end, text, language, sentences, quoted, isNew, forAll };
}

/**
 * Writes who is about to read restricted passages; call it before they are handed out. Open ones leave no line.
 * @throws AppError "data/unavailable" when the line cannot be written
 */
export async function recordRestricted(db: Database, actor: Actor, shown: { passages: readonly PassageRow[]; itemId: string; place: "item" | "search" }): Promise<void> {
  const documents = [...new Set(shown.passages.filter((passage) => !passage.forAll).map((passage) => passage.documentId))];
  if (documents.length === 0) return;
  await record(db, actor, { action: "review.restricted-shown", object: { kind: "review", id: shown.itemId }, facts: { documents: documents.slice(0, MAX_LISTED_IDS), place: shown.place } });
}
