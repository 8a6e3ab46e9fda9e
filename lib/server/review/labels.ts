/**
 * @file The seam to training: labels that reviewers have given, each with its reviewer's weight, and ratings with the place
 * they were given at. lib/improvement makes snapshots of both; it never reads these tables.
 */
import { listFeedbackOfItems, listJudgedRows, listSignalRows, type JudgedRow, type SignalRow } from "../../../db/queries/review-labels";
import type { Database } from "../../../db/client";
import type { SystemScope } from "../../core/scope";
import type { ChunkId, DocumentId, DocumentKind, FeedbackId, Language, ReviewItemId, UserId } from "../../core/types";
import { qualityOf } from "./quality";

interface LabelBase {
  readonly itemId: ReviewItemId;
  /** One per item; lib/improvement puts paraphrases among them together before it splits. */
  readonly group: string;
  readonly query: string;
  readonly language: Language;
  /** 0–1; 1 for what was adjudicated or is gold. */
  readonly weight: number;
  /** Null: decided (adjudicated or gold), by nobody in particular. */
  readonly reviewerId: UserId | null;
  /** Ratings that brought the question into the queue: whose receipts this is for. */
  readonly feedbackIds: readonly FeedbackId[];
  /** Comes with the demo company. */
  readonly demo: boolean;
  readonly at: Date;
}

export type Label =
  | (LabelBase & {
      readonly kind: "passage";
      readonly documentId: DocumentId;
      readonly chunkId: ChunkId;
      readonly documentKind: DocumentKind;
      /** The passage's own text. */
      readonly passage: string;
      /** 0 not about it · 1 about it, no answer · 2 part of the answer · 3 the answer. */
      readonly relevance: number;
      /** The answer, in the document's text. */
      readonly span: { readonly start: number; readonly end: number } | null;
    })
  /** The documents do not answer it: for the abstention. Unfair: no documents could: for the choice of a tool. */
  | (LabelBase & { readonly kind: "unanswerable" | "unfair" });

/**
 * Every label there is, by item, reviewer, passage. Where a reference stands (gold, adjudicated) it alone counts. Deleting a
 * document, a conversation or an account removes what came of it; grades of "unfair" questions are none.
 */
export async function readLabels(db: Database, scope: SystemScope): Promise<Label[]> {
  const rows = await listJudgedRows(db, scope);
  const feedbackOf = await listFeedbackOfItems(db, scope);
  const quality = await qualityOf(db, scope);
  const said = new Set<string>();
  const decided = new Set(rows.filter((row) => row.kind === "reference").map((row) => row.itemId));
  return rows
    .filter((row) => (row.kind === "reference") === decided.has(row.itemId))
    .flatMap((row): Label[] => {
      const isDecided = row.kind === "reference";
      const weight = isDecided ? 1 : (quality.get(row.reviewerId)?.weight ?? 0.5);
      const base = { itemId: row.itemId, group: row.itemId, query: row.query, language: row.language, weight, reviewerId: isDecided ? null : row.reviewerId, feedbackIds: feedbackOf.get(row.itemId) ?? [], demo: row.demo, at: row.closedAt };
      const passage = row.verdict === "unfair" ? [] : passageLabel(row, base);
      const key = `${row.itemId} ${row.reviewerId} ${row.kind}`;
      if (row.verdict === "graded" || said.has(key)) return passage;
      said.add(key);
      return [{ ...base, kind: row.verdict }, ...passage];
    });
}

function passageLabel({ passage }: JudgedRow, base: LabelBase): Label[] {
  if (!passage) return [];
  return [{ ...base, kind: "passage", documentId: passage.documentId, chunkId: passage.chunkId, documentKind: passage.kind, passage: passage.text, relevance: passage.relevance, span: passage.span }];
}

/** Ratings of one person that may train at all; the newest count. */
const SIGNALS_PER_PERSON = 50;

/**
 * Ratings with their place, for learning with position bias corrected; one person's share is capped, so that a flood of
 * thumbs is worth no more than a busy week.
 *
 * @returns newest first
 */
export async function readSignals(db: Database, scope: SystemScope): Promise<SignalRow[]> {
  const rows = await listSignalRows(db, scope);
  const ratings = new Map<UserId, Set<FeedbackId>>();
  return rows.filter(({ userId, feedbackId }) => {
    const own = ratings.get(userId) ?? new Set<FeedbackId>();
    ratings.set(userId, own);
    if (!own.has(feedbackId) && own.size >= SIGNALS_PER_PERSON) return false;
    own.add(feedbackId);
    return true;
  });
}
