/**
 * @file Exposure: what an answer put before its reader, in which place, and what they opened. Recorded with the answer, so
 * that a rating at place 8 can be told from one at place 1.
 */
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Answer, RetrievedPassage } from "../../lib/contracts/evidence";
import { AppError } from "../../lib/core/errors";
import type { ActorScope } from "../../lib/core/scope";
import type { ChunkId, DocumentId, MessageId } from "../../lib/core/types";
import type { Database } from "../client";
import { answerExposures, documents } from "../schema";
import { ownMessage } from "./chat";

export interface Exposure {
  readonly kind: "citation" | "candidate";
  /** 1-based place on the page. */
  readonly position: number;
  readonly documentId: DocumentId;
  readonly chunkId: ChunkId | null;
  readonly retrievedRank: number | null;
}

/** What a finished answer shows, in the order of the page. */
export function exposuresOf(answer: Answer, retrieved: readonly RetrievedPassage[]): Exposure[] {
  const rankOf = (is: (passage: RetrievedPassage) => boolean) => retrieved.find(is)?.rank ?? null;
  return [
    ...answer.citations.map((citation): Exposure => ({
      kind: "citation",
      position: citation.number,
      documentId: citation.documentId as DocumentId,
      chunkId: citation.chunkId as ChunkId | null,
      retrievedRank: rankOf((passage) => passage.chunkId === citation.chunkId),
    })),
    ...answer.candidates.map((candidate, index): Exposure => ({
      kind: "candidate",
      position: index + 1,
      documentId: candidate.documentId as DocumentId,
      chunkId: null,
      retrievedRank: rankOf((passage) => passage.documentId === candidate.documentId),
    })),
  ];
}

/** Records what an answer of this person's own shows; again for the same answer, nothing changes. */
export async function recordExposures(db: Database, _scope: ActorScope, messageId: MessageId, exposures: readonly Exposure[]): Promise<void> {
  if (exposures.length === 0) return;
  // A document may have been deleted while the answer was being written.
  const there = await db.select({ id: documents.id }).from(documents).where(inArray(documents.id, [...new Set(exposures.map((exposure) => exposure.documentId))]));
  const known = new Set(there.map((row) => row.id));
  const rows = exposures.filter((exposure) => known.has(exposure.documentId)).map((exposure) => ({ messageId, ...exposure }));
  if (rows.length > 0) await db.insert(answerExposures).values(rows).onConflictDoNothing();
}

/**
 * The reader opened a source or candidate of an answer of their own; only the first time counts.
 * @throws AppError "request/not-found" when the answer is not theirs; "request/invalid" when nothing stood in that place
 */
export async function recordOpened(db: Database, scope: ActorScope, opened: { messageId: MessageId; kind: Exposure["kind"]; position: number }): Promise<void> {
  await ownMessage(db, scope, opened.messageId);
  const place = and(eq(answerExposures.messageId, opened.messageId), eq(answerExposures.kind, opened.kind), eq(answerExposures.position, opened.position));
  const rows = await db.update(answerExposures).set({ openedAt: new Date() }).where(and(place, isNull(answerExposures.openedAt))).returning({ position: answerExposures.position });
  if (rows.length > 0) return;
  // Opened before, or an answer from before exposures were kept.
  if ((await db.$count(answerExposures, place)) > 0 || (await db.$count(answerExposures, eq(answerExposures.messageId, opened.messageId))) === 0) return;
  throw new AppError("request/invalid", `the answer shows no ${opened.kind} in place ${opened.position}`);
}
