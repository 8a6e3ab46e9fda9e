/**
 * @file How rated answers become review items: one item per question, however many ask it; taken back, deleted and
 * forgotten in step with the chat it came from. Which answers may queue is lib/server/review/signals.ts.
 */
import { and, desc, eq, gte, inArray, isNotNull, ne, notExists, sql } from "drizzle-orm";
import type { Outcome, RetrievedPassage } from "../../lib/contracts/evidence";
import type { ReviewSourceState } from "../../lib/contracts/review";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { ChunkId, ConversationId, DocumentId, EncoderVersion, Language, MessageId, ReviewItemId } from "../../lib/core/types";
import type { Database } from "../client";
import { chunks, feedback, messages, reviewItemPassages, reviewItems, reviewJudgements, reviewSources } from "../schema";

/** Of one source, what an item needs. */
export interface NewReviewItem {
  readonly id: ReviewItemId;
  readonly question: string;
  readonly questionKey: string;
  readonly language: Language;
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly encoderVersion: EncoderVersion;
  readonly needed: number;
  readonly lot: number;
  readonly demo: boolean;
}

export interface ItemPassage {
  readonly chunkId: ChunkId;
  readonly documentId: DocumentId;
  readonly cited: boolean;
  /** Null: quoted, but not in the retrieved list that is kept. */
  readonly retrieved: RetrievedPassage | null;
}

/** Questions of the newest items, for finding the one that asks the same; `limit` at most. */
export async function listItemQuestions(db: Database, _scope: SystemScope, filter: { language: Language; limit: number }): Promise<{ id: ReviewItemId; question: string; questionKey: string }[]> {
  return db
    .select({ id: reviewItems.id, question: reviewItems.question, questionKey: reviewItems.questionKey })
    .from(reviewItems)
    .where(eq(reviewItems.language, filter.language))
    .orderBy(desc(reviewItems.lastAskedAt))
    .limit(filter.limit);
}

/**
 * Puts one answered question into the queue: into the item that asks the same, or a new one. Call it in the transaction
 * that stores the rating. Two people who ask the same at the same moment end in one item.
 *
 * @param source.itemId the item that asks the same; null: none was found
 */
export async function addReviewSource(
  db: Database,
  scope: ActorScope,
  source: { messageId: MessageId; itemId: ReviewItemId | null; state: "rated" | "sent"; item: NewReviewItem; passages: readonly ItemPassage[] },
): Promise<ReviewItemId> {
  const { item, state, messageId } = source;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${item.questionKey}))`);
  const itemId = (await existingItem(db, source.itemId, item.questionKey)) ?? (await insertItem(db, item));
  await db
    .insert(reviewSources)
    .values({ messageId, itemId, userId: scope.userId, state })
    .onConflictDoUpdate({ target: reviewSources.messageId, set: { state: state === "sent" ? "sent" : sql`case when ${reviewSources.state} = 'sent' then 'sent' else 'rated' end` } });
  const { outcome, confidence, encoderVersion } = item;
  await db.update(reviewItems).set({ lastAskedAt: new Date(), outcome, confidence, encoderVersion }).where(eq(reviewItems.id, itemId));
  await addItemPassages(db, itemId, source.passages);
  return itemId;
}

async function existingItem(db: Database, like: ReviewItemId | null, questionKey: string): Promise<ReviewItemId | null> {
  const [same] = await db.select({ id: reviewItems.id }).from(reviewItems).where(eq(reviewItems.questionKey, questionKey)).orderBy(reviewItems.createdAt).limit(1);
  if (same) return same.id;
  if (like === null) return null;
  const [close] = await db.select({ id: reviewItems.id }).from(reviewItems).where(eq(reviewItems.id, like));
  return close?.id ?? null;
}

async function insertItem(db: Database, item: NewReviewItem): Promise<ReviewItemId> {
  await db.insert(reviewItems).values({ ...item });
  return item.id;
}

/** Passages whose document has gone meanwhile are left out. */
async function addItemPassages(db: Database, itemId: ReviewItemId, passages: readonly ItemPassage[]): Promise<void> {
  if (passages.length === 0) return;
  const there = await db.select({ id: chunks.id }).from(chunks).where(inArray(chunks.id, passages.map((passage) => passage.chunkId)));
  const known = new Set(there.map((row) => row.id));
  const rows = passages
    .filter((passage) => known.has(passage.chunkId))
    .map(({ chunkId, documentId, cited, retrieved }, index) => ({ itemId, chunkId, documentId, cited, rank: retrieved?.rank ?? passages.length + index + 1, score: retrieved?.score ?? null, lexical: retrieved?.lexical ?? null, dense: retrieved?.dense ?? null }));
  if (rows.length === 0) return;
  await db
    .insert(reviewItemPassages)
    .values(rows)
    .onConflictDoUpdate({ target: [reviewItemPassages.itemId, reviewItemPassages.chunkId], set: { cited: sql`${reviewItemPassages.cited} or excluded.cited` } });
}

/**
 * After a rating was taken back. While other ratings of the same answer stand, or it was sent on purpose, nothing happens.
 * Else nobody is shown it any more: an item that nobody has judged goes; one that somebody has stays as their work.
 *
 * @param options.though "rated": also while ratings stand, because it has become private
 */
export async function withdrawReviewSource(db: Database, scope: ActorScope, messageId: MessageId, options: { though?: "rated" } = {}): Promise<void> {
  const mine = and(eq(reviewSources.messageId, messageId), eq(reviewSources.userId, scope.userId));
  const [source] = await db.select({ itemId: reviewSources.itemId, state: reviewSources.state }).from(reviewSources).where(mine);
  if (source?.state !== "rated") return;
  const [other] = await db.select({ id: feedback.id }).from(feedback).where(and(eq(feedback.messageId, messageId), ne(feedback.targetType, "candidate"))).limit(1);
  if (other && options.though !== "rated") return;
  const [judged] = await db.select({ id: reviewJudgements.id }).from(reviewJudgements).where(and(eq(reviewJudgements.itemId, source.itemId), eq(reviewJudgements.state, "done"))).limit(1);
  if (judged) await db.update(reviewSources).set({ state: "withdrawn" }).where(mine);
  else await db.delete(reviewSources).where(mine);
  await removeOrphanItems(db, scope);
}

/**
 * Removes items that no answer stands behind any more: their askers deleted the conversation, were erased, or took the only
 * rating back. Judgements on them go too. Orphans are never listed or read as labels, so this only frees room.
 *
 * @returns how many there were
 */
export async function removeOrphanItems(db: Database, _scope: Scope): Promise<number> {
  const behind = db.select({ one: sql`1` }).from(reviewSources).where(eq(reviewSources.itemId, reviewItems.id));
  const rows = await db.delete(reviewItems).where(notExists(behind)).returning({ id: reviewItems.id });
  return rows.length;
}

/** Answers of this person in the queue since a moment, for the cap. */
export async function countRecentSources(db: Database, scope: ActorScope, since: Date): Promise<number> {
  return db.$count(reviewSources, and(eq(reviewSources.userId, scope.userId), gte(reviewSources.createdAt, since)));
}

/** How this person's rated answers stand with the queue; an answer that is not in it is absent. */
export async function listOwnSourceStates(db: Database, scope: ActorScope, of: { conversationId: ConversationId } | { messageId: MessageId }): Promise<ReadonlyMap<MessageId, ReviewSourceState>> {
  const which = "messageId" in of ? eq(messages.id, of.messageId) : eq(messages.conversationId, of.conversationId);
  const rows = await db
    .select({ messageId: reviewSources.messageId, state: reviewSources.state })
    .from(reviewSources)
    .innerJoin(messages, eq(messages.id, reviewSources.messageId))
    .where(and(which, eq(reviewSources.userId, scope.userId)));
  return new Map(rows.map((row) => [row.messageId, row.state]));
}

/** Ratings per person since a moment, for the alarm about floods. Ids only. */
export async function countRatingsByPerson(db: Database, _scope: Scope, since: Date): Promise<{ userId: string; ratings: number; down: number; items: number }[]> {
  return db
    .select({
      userId: feedback.userId,
      ratings: sql<number>`count(*)::int`,
      down: sql<number>`(count(*) filter (where ${feedback.verdict} = 'down'))::int`,
      items: sql<number>`count(distinct ${reviewSources.itemId})::int`,
    })
    .from(feedback)
    .leftJoin(reviewSources, and(eq(reviewSources.messageId, feedback.messageId), isNotNull(reviewSources.itemId)))
    .where(gte(feedback.createdAt, since))
    .groupBy(feedback.userId);
}

/** Every item, in the order in which they were made. */
export async function listItemIds(db: Database, _scope: SystemScope): Promise<ReviewItemId[]> {
  const rows = await db.select({ id: reviewItems.id }).from(reviewItems).orderBy(reviewItems.createdAt, reviewItems.id);
  return rows.map((row) => row.id);
}

/** Says that an item is of the demo company's own making. */
export async function markDemoItem(db: Database, _scope: SystemScope, id: ReviewItemId): Promise<void> {
  await db.update(reviewItems).set({ demo: true }).where(eq(reviewItems.id, id));
}
