/** @file Mentoring cards and pairs, and stay interviews: rows of two people, read and answered by these two only. */
import { and, asc, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import type { ActorScope, SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { employees, growthInterviews, growthMentoring, growthPairs } from "../schema";
import type { StoredWords } from "../schema/growth";
import { leaveOrders, ownGrowth, requireOwnEntry, type GrowthPerson } from "./growth-people";

export type CardRow = typeof growthMentoring.$inferSelect;
export type PairRow = typeof growthPairs.$inferSelect;
export type InterviewRow = typeof growthInterviews.$inferSelect;

/** One's own card; null: not opted in. */
export async function findCard(db: Database, scope: ActorScope): Promise<CardRow | null> {
  const [row] = await db.select().from(growthMentoring).where(ownGrowth(scope, growthMentoring.employeeId));
  return row ?? null;
}

/** The mentor's own order stays with the card; a wish that is shown no more leaves everybody's. */
export async function putCard(db: Database, scope: ActorScope, card: Omit<CardRow, "employeeId" | "updatedAt" | "menteeOrder" | "ratherNot">): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  const set = { ...card, updatedAt: new Date(), ...(card.asMentor ? {} : { menteeOrder: [], ratherNot: [] }) };
  await db.transaction(async (tx) => {
    await tx.insert(growthMentoring).values({ employeeId: me.id, ...set }).onConflictDoUpdate({ target: growthMentoring.employeeId, set });
    if (!card.asMentee || !card.shownToMentors) await leaveOrders(tx, me.id);
  });
}

/** Whom one would rather mentor. @throws AppError "request/conflict" for somebody whose card does not offer to mentor */
export async function putMenteeOrder(db: Database, scope: ActorScope, order: Pick<CardRow, "menteeOrder" | "ratherNot">): Promise<void> {
  const rows = await db.update(growthMentoring).set({ ...order, updatedAt: new Date() }).where(and(growthMentoring.asMentor, ownGrowth(scope, growthMentoring.employeeId))).returning({ id: growthMentoring.employeeId });
  if (rows.length === 0) throw new AppError("request/conflict", "no card as a mentor", { userMessage: "Your card does not offer to mentor. Change it first." });
}

/** Opts out; open requests to and from this person are declined. */
export async function deleteCard(db: Database, scope: ActorScope): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  await db.transaction(async (tx) => {
    await tx.delete(growthMentoring).where(eq(growthMentoring.employeeId, me.id));
    await leaveOrders(tx, me.id);
    await tx.update(growthPairs).set({ status: "declined", decidedAt: new Date() }).where(and(eq(growthPairs.status, "asked"), or(eq(growthPairs.mentorId, me.id), eq(growthPairs.menteeId, me.id))));
  });
}

export interface CardOfPerson extends CardRow {
  readonly person: GrowthPerson;
}

/** Cards of people who are here, with their posts: what mentors and mentees put on a card is for finding each other. `avoid` and a mentor's own order stay inside. */
export async function listCards(db: Database, _scope: SystemScope): Promise<CardOfPerson[]> {
  const rows = await db.select({ card: growthMentoring, person: employees }).from(growthMentoring).innerJoin(employees, eq(employees.id, growthMentoring.employeeId)).where(isNull(employees.leftOn)).orderBy(asc(employees.id));
  return rows.map(({ card, person }) => ({ ...card, person }));
}

/** One's own, newest first. */
export async function listPairs(db: Database, scope: ActorScope): Promise<PairRow[]> {
  return db.select().from(growthPairs).where(or(ownGrowth(scope, growthPairs.mentorId), ownGrowth(scope, growthPairs.menteeId))).orderBy(desc(growthPairs.createdAt), desc(growthPairs.id));
}

/** Who with whom, and how it stands, of everyone: for capacities, and so that nobody is proposed twice. */
export async function listEveryPair(db: Database, _scope: SystemScope): Promise<Pick<PairRow, "mentorId" | "menteeId" | "status">[]> {
  return db.select({ mentorId: growthPairs.mentorId, menteeId: growthPairs.menteeId, status: growthPairs.status }).from(growthPairs);
}

export async function addPair(db: Database, _scope: ActorScope | SystemScope, pair: { mentorId: string; menteeId: string; origin: PairRow["origin"]; skillId: string | null; reason: StoredWords; message: string }): Promise<string> {
  const id = newId<string>();
  await db.insert(growthPairs).values({ id, ...pair, status: "asked" });
  return id;
}

/**
 * Accepts, declines or ends. The mentor answers a request; a proposal is accepted by the mentee, after the mentor opted in.
 * @throws AppError "request/not-found"; "request/conflict" when it was answered before
 */
export async function answerPair(db: Database, scope: ActorScope, { id, answer }: { id: string; answer: "accept" | "decline" | "end" }): Promise<PairRow> {
  const me = await requireOwnEntry(db, scope);
  const [pair] = await db.select().from(growthPairs).where(and(eq(growthPairs.id, id), or(eq(growthPairs.mentorId, me.id), eq(growthPairs.menteeId, me.id))));
  if (!pair) throw new AppError("request/not-found", "no such pair of one's own");
  const answerer = pair.origin === "request" ? pair.mentorId : pair.menteeId;
  if (answer !== "end" && answerer !== me.id) throw new AppError("policy/forbidden", "the other one answers this");
  const from = answer === "end" ? (["accepted", "asked"] as const) : (["asked"] as const);
  const status = answer === "accept" ? ("accepted" as const) : answer === "decline" ? ("declined" as const) : ("ended" as const);
  const rows = await db.update(growthPairs).set({ status, decidedAt: new Date() }).where(and(eq(growthPairs.id, id), inArray(growthPairs.status, [...from]))).returning();
  if (!rows[0]) throw new AppError("request/conflict", "the pair was answered before");
  return rows[0];
}

/** When the two of a running pair talk next. @throws AppError "request/not-found" unless it is a running pair of one's own */
export async function setMeeting(db: Database, scope: ActorScope, { id, at }: { id: string; at: Date }): Promise<PairRow> {
  const own = or(ownGrowth(scope, growthPairs.mentorId), ownGrowth(scope, growthPairs.menteeId));
  const [row] = await db.update(growthPairs).set({ meetsAt: at }).where(and(eq(growthPairs.id, id), eq(growthPairs.status, "accepted"), own)).returning();
  if (!row) throw new AppError("request/not-found", "no running pair of one's own");
  return row;
}

/** The two who spoke read it: the manager what they wrote, the employee too, from the moment it was sent. */
export async function listInterviews(db: Database, scope: ActorScope): Promise<InterviewRow[]> {
  return db.select().from(growthInterviews).where(or(ownGrowth(scope, growthInterviews.employeeId), ownGrowth(scope, growthInterviews.managerId))).orderBy(desc(growthInterviews.createdAt));
}

/** @throws AppError "policy/forbidden" unless the other one is a direct report */
export async function addInterview(db: Database, scope: ActorScope, interview: Pick<InterviewRow, "employeeId" | "answers" | "actions">): Promise<string> {
  const me = await requireOwnEntry(db, scope);
  if (!scope.principals.includes(`manager-of:${interview.employeeId}`)) throw new AppError("policy/forbidden", "a stay interview is with a direct report");
  const id = newId<string>();
  await db.insert(growthInterviews).values({ ...interview, id, managerId: me.id, status: "waiting" });
  return id;
}

/**
 * The employee keeps the notes or deletes them, now or later; the manager may delete what nobody agreed to yet.
 * @throws AppError "request/not-found"
 */
export async function decideInterview(db: Database, scope: ActorScope, { id, keep }: { id: string; keep: boolean }): Promise<void> {
  const own = and(eq(growthInterviews.id, id), ownGrowth(scope, growthInterviews.employeeId));
  const draft = and(eq(growthInterviews.id, id), eq(growthInterviews.status, "waiting"), ownGrowth(scope, growthInterviews.managerId));
  const rows = keep
    ? await db.update(growthInterviews).set({ status: "kept", consentedAt: new Date() }).where(own).returning({ id: growthInterviews.id })
    : await db.delete(growthInterviews).where(or(own, draft)).returning({ id: growthInterviews.id });
  if (rows.length === 0) throw new AppError("request/not-found", "no such interview for this person");
}

/** Notes from before `before` that nobody agreed to go. @returns how many */
export async function deleteUnanswered(db: Database, _scope: SystemScope, before: Date): Promise<number> {
  const rows = await db.delete(growthInterviews).where(and(eq(growthInterviews.status, "waiting"), lt(growthInterviews.createdAt, before))).returning({ id: growthInterviews.id });
  return rows.length;
}

/** Cards of the demo company, at its first start. */
export async function addCards(db: Database, _scope: SystemScope, cards: readonly (typeof growthMentoring.$inferInsert)[]): Promise<void> {
  if (cards.length > 0) await db.insert(growthMentoring).values([...cards]).onConflictDoNothing();
}

/** Mentorships of the demo company that run already. */
export async function addRunningPairs(db: Database, _scope: SystemScope, pairs: readonly { mentorId: string; menteeId: string; skillId: string; reason: StoredWords }[]): Promise<void> {
  if (pairs.length > 0) await db.insert(growthPairs).values(pairs.map((pair) => ({ ...pair, id: newId<string>(), origin: "request" as const, status: "accepted" as const, decidedAt: new Date() })));
}
