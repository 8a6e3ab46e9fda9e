/**
 * @file Questions sent to HR. An asker sees, and takes back, their own only. HR (reviewer, hr_lead) sees items: phrasings
 * without the people behind them, a name only where the asker chose it; nothing here hands HR the id of an asker. An item
 * exists as long as somebody asks it.
 */
import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { ConversationId, HrAskId, HrItemId, Language, MessageId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { hrAsks, hrItems, messages, users } from "../schema";

export type ItemRow = typeof hrItems.$inferSelect;
export type AskRow = typeof hrAsks.$inferSelect;
const DAY_MS = 24 * 60 * 60_000;

export interface NewAsk {
  /** Null: a new item. */
  readonly itemId: HrItemId | null;
  readonly messageId: MessageId;
  readonly question: string;
  readonly language: Language;
  readonly context: readonly string[];
  readonly named: boolean;
  readonly sensitive: boolean;
}

/** @throws AppError "request/conflict" when this answer's question was sent already */
export async function addAsk(db: Database, scope: ActorScope, ask: NewAsk): Promise<{ askId: HrAskId; itemId: HrItemId }> {
  // The id of what HR sees tells the day, not the moment: that would be compared with who was signed in.
  const itemId = ask.itemId ?? newId<HrItemId>(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  if (ask.itemId === null) await db.insert(hrItems).values({ id: itemId, language: ask.language, state: "waiting" });
  const askId = newId<HrAskId>();
  const { messageId, question, named, sensitive } = ask;
  const rows = await db
    .insert(hrAsks)
    .values({ id: askId, itemId, userId: scope.userId, messageId, question, context: [...ask.context], named, sensitive })
    .onConflictDoNothing({ target: hrAsks.messageId })
    .returning({ id: hrAsks.id });
  if (rows.length === 0) throw new AppError("request/conflict", "this question was sent already", { userMessage: "You have sent this question to HR already." });
  return { askId, itemId };
}

export interface OwnAsk {
  readonly ask: AskRow;
  readonly item: ItemRow;
  readonly conversationId: ConversationId | null;
}

/** This person's own, the latest first. */
export async function listOwnAsks(db: Database, scope: ActorScope): Promise<OwnAsk[]> {
  return db
    .select({ ask: hrAsks, item: hrItems, conversationId: messages.conversationId })
    .from(hrAsks)
    .innerJoin(hrItems, eq(hrItems.id, hrAsks.itemId))
    .leftJoin(messages, eq(messages.id, hrAsks.messageId))
    .where(eq(hrAsks.userId, scope.userId))
    .orderBy(desc(hrAsks.createdAt), desc(hrAsks.id));
}

/**
 * Takes a question back while it waits: it is deleted, and its item with it when nobody else asks it.
 * @throws AppError "request/not-found"; "request/conflict" when it was answered meanwhile
 */
export async function withdrawAsk(db: Database, scope: ActorScope, id: string): Promise<{ itemId: HrItemId; named: boolean }> {
  const [found] = await db
    .select({ state: hrItems.state, itemId: hrItems.id, named: hrAsks.named })
    .from(hrAsks)
    .innerJoin(hrItems, eq(hrItems.id, hrAsks.itemId))
    .where(and(eq(hrAsks.id, id as HrAskId), eq(hrAsks.userId, scope.userId)))
    .for("update");
  if (!found) throw new AppError("request/not-found", "no such question of this person", { context: { id } });
  if (found.state !== "waiting") throw new AppError("request/conflict", "answered already", { userMessage: "HR has dealt with this question meanwhile. Reload to see it." });
  await db.delete(hrAsks).where(eq(hrAsks.id, id as HrAskId));
  await removeEmptyItems(db, [found.itemId]);
  return found;
}

async function removeEmptyItems(db: Database, ids: readonly HrItemId[]): Promise<void> {
  await db.delete(hrItems).where(and(inArray(hrItems.id, [...ids]), sql`not exists (select 1 from ${hrAsks} where ${hrAsks.itemId} = ${hrItems.id})`));
}

/** An item as HR sees it: no id of any asker. */
export interface HrItem {
  readonly item: ItemRow;
  readonly asks: readonly { readonly question: string; readonly context: readonly string[]; readonly name: string | null; readonly sensitive: boolean; readonly createdAt: Date }[];
}

/** Items of a state that somebody asks; waiting ones oldest first, others the last closed first. */
export async function listItems(db: Database, scope: Scope, filter: { state?: ItemRow["state"]; id?: string; limit?: number }): Promise<HrItem[]> {
  assertHr(scope);
  const asked = sql`exists (select 1 from ${hrAsks} where ${hrAsks.itemId} = ${hrItems.id})`;
  const where = and(asked, filter.state === undefined ? undefined : eq(hrItems.state, filter.state), filter.id === undefined ? undefined : eq(hrItems.id, filter.id as HrItemId));
  const order = filter.state === "waiting" ? [asc(hrItems.createdAt), asc(hrItems.id)] : [desc(hrItems.closedAt), desc(hrItems.id)];
  const items = await db.select().from(hrItems).where(where).orderBy(...order).limit(filter.limit ?? 200);
  const asks = await asksOf(db, items.map((item) => item.id));
  return items.map((item) => ({ item, asks: asks.filter((ask) => ask.itemId === item.id) }));
}

async function asksOf(db: Database, ids: readonly HrItemId[]) {
  if (ids.length === 0) return [];
  return db
    .select({ itemId: hrAsks.itemId, question: hrAsks.question, context: hrAsks.context, sensitive: hrAsks.sensitive, createdAt: hrAsks.createdAt, name: sql<string | null>`case when ${hrAsks.named} then ${users.name} end` })
    .from(hrAsks)
    .innerJoin(users, eq(users.id, hrAsks.userId))
    .where(inArray(hrAsks.itemId, [...ids]))
    .orderBy(asc(hrAsks.createdAt), asc(hrAsks.id));
}

/** @throws AppError "request/not-found" when there is none, or nobody asks it any more; "policy/forbidden" */
export async function getItem(db: Database, scope: Scope, id: string): Promise<HrItem> {
  const [found] = await listItems(db, scope, { id });
  if (!found) throw new AppError("request/not-found", "no such item in the inbox", { context: { id } });
  return found;
}

/** Waiting ones in all, and those given to this person. @throws AppError "policy/forbidden" */
export async function countWaiting(db: Database, scope: ActorScope): Promise<{ waiting: number; mine: number }> {
  assertHr(scope);
  const [row] = await db
    .select({ waiting: sql<number>`count(*)::int`, mine: sql<number>`(count(*) filter (where ${hrItems.assigneeId} = ${scope.userId}))::int` })
    .from(hrItems)
    .where(and(eq(hrItems.state, "waiting"), sql`exists (select 1 from ${hrAsks} where ${hrAsks.itemId} = ${hrItems.id})`));
  return row ?? { waiting: 0, mine: 0 };
}

/** Changes an item only while it waits, so that two answers at once become one. @throws AppError "request/conflict" */
export async function changeItem(db: Database, scope: Scope, id: HrItemId, change: Partial<Pick<ItemRow, "assigneeId" | "note" | "state" | "declinedBecause" | "answerId" | "closedBy" | "closedAt">>): Promise<void> {
  assertHr(scope);
  const where = and(eq(hrItems.id, id), change.state === undefined ? undefined : eq(hrItems.state, "waiting"));
  const rows = await db.update(hrItems).set({ ...change, updatedAt: new Date() }).where(where).returning({ id: hrItems.id });
  if (rows.length === 0) throw new AppError("request/conflict", "no longer waiting", { userMessage: "Somebody else has dealt with this question meanwhile. Reload to see it." });
}

/** Who asks an item: for telling them, never for showing. */
export async function askersOf(db: Database, _scope: SystemScope, itemId: HrItemId): Promise<{ userId: UserId; conversationId: ConversationId | null }[]> {
  const rows = await db
    .select({ userId: hrAsks.userId, conversationId: messages.conversationId })
    .from(hrAsks)
    .leftJoin(messages, eq(messages.id, hrAsks.messageId))
    .where(eq(hrAsks.itemId, itemId))
    .orderBy(asc(hrAsks.createdAt));
  return [...new Map(rows.map((row) => [row.userId, row])).values()];
}

/** Moves one phrasing (its place within the item, from 0) into an item of its own. @throws AppError "request/not-found" */
export async function separateAsk(db: Database, scope: Scope, id: HrItemId, ref: number): Promise<HrItemId> {
  assertHr(scope);
  const asks = await db.select({ id: hrAsks.id, language: hrItems.language, state: hrItems.state }).from(hrAsks).innerJoin(hrItems, eq(hrItems.id, hrAsks.itemId)).where(eq(hrAsks.itemId, id)).orderBy(asc(hrAsks.createdAt), asc(hrAsks.id));
  const ask = asks[ref];
  if (!ask || asks.length < 2) throw new AppError("request/not-found", "no such phrasing to take out", { context: { id, ref } });
  if (ask.state !== "waiting") throw new AppError("request/conflict", "closed already", { userMessage: "This question has been dealt with already." });
  const itemId = newId<HrItemId>(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  await db.insert(hrItems).values({ id: itemId, language: ask.language, state: "waiting" });
  await db.update(hrAsks).set({ itemId }).where(eq(hrAsks.id, ask.id));
  return itemId;
}

/** The first phrasing of every waiting item in a language: what a new question may be equal to. */
export async function listWaitingPhrasings(db: Database, _scope: SystemScope, language: Language): Promise<{ itemId: HrItemId; question: string }[]> {
  return db
    .select({ itemId: hrAsks.itemId, question: hrAsks.question })
    .from(hrAsks)
    .innerJoin(hrItems, eq(hrItems.id, hrAsks.itemId))
    .where(and(eq(hrItems.state, "waiting"), eq(hrItems.language, language)))
    .orderBy(asc(hrAsks.createdAt));
}

/** People who answer in the inbox, by name. @throws AppError "policy/forbidden" */
export async function listAnswerers(db: Database, scope: Scope): Promise<{ id: UserId; name: string }[]> {
  assertHr(scope);
  const answers: SQL = sql`(${users.roles} && array['reviewer', 'hr_lead']::text[])`;
  return db.select({ id: users.id, name: users.name }).from(users).where(and(answers, eq(users.disabled, false))).orderBy(asc(users.name));
}

/** Names of colleagues who closed or verified. */
export async function namesOf(db: Database, scope: Scope, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  assertHr(scope);
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The asker saw the reply. */
export async function markSeen(db: Database, scope: ActorScope, ids: readonly HrAskId[]): Promise<void> {
  if (ids.length === 0) return;
  await db.update(hrAsks).set({ seenAt: new Date() }).where(and(inArray(hrAsks.id, [...ids]), eq(hrAsks.userId, scope.userId), sql`${hrAsks.seenAt} is null`));
}

function assertHr(scope: Scope): void {
  const answers = scope.type === "system" || scope.principals.includes("role:reviewer") || scope.principals.includes("role:hr_lead");
  if (!answers) throw new AppError("policy/forbidden", "the inbox is for reviewers and HR leads");
}
