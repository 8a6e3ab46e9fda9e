/**
 * @file Tasks that arise while people work: two valid documents that disagree in an answer, documents that were rated as
 * wrong, outdated, incomplete or the wrong source, files that left their folder. Nothing of who asked or rated, and no word of
 * theirs, enters a task; questions about sensitive topics raise none.
 */
import { lastClosed, listOpenTasks, listRatedDocuments, listRatingsOf, openTask, withdrawTasks, type TaskOccasion } from "../../../db/queries/document-tasks";
import type { Database } from "../../../db/client";
import type { Answer, Citation } from "../../contracts/evidence";
import { systemScope } from "../../core/scope";
import type { DocumentId, FeedbackId } from "../../core/types";
import { isSensitive, sensitivity } from "../sensitive-topics/sensitive";
import { isAboutDocument, isTarget, OWNERS_REASONS } from "./complaints";
import { tellOwner } from "./tell-owner";

const scope = systemScope("owners' tasks");

async function open(db: Database, occasion: TaskOccasion): Promise<void> {
  const task = await openTask(db, scope, occasion);
  if (task.isNew) await tellOwner(db, { taskId: task.id, assigneeId: task.assigneeId, kind: occasion.kind });
}

const quoteOf = ({ documentId, headings, quote, start, end }: Citation) => ({ documentId, headings, quote, start, end });

/** One task for each of two documents that an answer showed as disagreeing: both owners must settle it. */
export async function raiseDisagreement(db: Database, asked: { question: string; answer: Answer }): Promise<void> {
  const sides = asked.answer.citations.filter(({ conflict }) => conflict !== null);
  const [first, second] = sides;
  if (!first || !second || first.documentId === second.documentId || (await isSensitive(db, { question: asked.question, understoodAs: asked.answer.understoodAs }))) return;
  const pair = [first.documentId, second.documentId].sort().join(":");
  for (const [mine, other] of [[first, second], [second, first]] as const) {
    await open(db, { kind: "disagreement", documentId: mine.documentId as DocumentId, otherId: other.documentId as DocumentId, key: `disagreement:${pair}:${mine.documentId}`, detail: { quotes: [quoteOf(mine), quoteOf(other)] } });
  }
}

/** After a rating was given, changed or taken back: each cited document's task says what ratings there are since it was last done. */
export async function followRatings(db: Database, documents: readonly DocumentId[]): Promise<void> {
  for (const documentId of documents) await followRatingsOf(db, documentId);
}

/** The documents that a rating is about. Ask before it is taken back. */
export function ratedDocuments(db: Database, feedbackId: string): Promise<DocumentId[]> {
  return listRatedDocuments(db, scope, feedbackId as FeedbackId);
}

async function followRatingsOf(db: Database, documentId: DocumentId): Promise<void> {
  const since = await lastClosed(db, scope, { kind: "feedback", documentId });
  const isPrivate = await sensitivity(db);
  const ratings = (await listRatingsOf(db, scope, { documentId, since })).filter((rating) => !isPrivate(rating) && isAboutDocument(rating, documentId));
  const reasons: Record<string, number> = {};
  for (const rating of ratings) for (const reason of rating.reasons) if (OWNERS_REASONS.has(reason)) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const key = `feedback:${documentId}`;
  if (Object.keys(reasons).length > 0) {
    const passage = commonest(ratings.flatMap((rating) => rating.citations.filter((citation) => citation.documentId === documentId && isTarget(rating, citation))));
    return open(db, { kind: "feedback", documentId, key, detail: { reasons, quotes: passage ? [quoteOf(passage)] : [] } });
  }
  const stale = (await listOpenTasks(db, scope, ["feedback"])).filter((task) => task.key === key);
  await withdrawTasks(db, scope, stale.map(({ id }) => id));
}

function commonest(citations: readonly Citation[]): Citation | undefined {
  const counts = new Map<string, { citation: Citation; n: number }>();
  for (const citation of citations) {
    const key = `${citation.start}-${citation.end}`;
    counts.set(key, { citation, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.citation;
}

/** A file left its watched folder: the document stays, its owner decides. */
export async function raiseFileRemoved(db: Database, removed: { documentId: DocumentId; file: string }): Promise<void> {
  await open(db, { kind: "file_removed", documentId: removed.documentId, key: `file_removed:${removed.documentId}`, detail: { file: removed.file } });
}

/** The file is back. */
export async function withdrawFileRemoved(db: Database, documentId: DocumentId): Promise<void> {
  const stale = (await listOpenTasks(db, scope, ["file_removed"])).filter((task) => task.documentId === documentId);
  await withdrawTasks(db, scope, stale.map(({ id }) => id));
}
