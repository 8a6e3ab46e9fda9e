/**
 * @file What the retention clocks look at: chats by their last question, résumés by their upload, questions to HR by the
 * reply, policies and courses by their end. Runs for the system, over everyone's: it counts and deletes, and reads no text.
 */
import { and, asc, eq, inArray, isNull, lt, min, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { conversations, documents, documentTerms, hrAsks, hrItems, verifiedAnswers } from "../schema";

export interface Due {
  readonly due: number;
  readonly all: number;
  readonly oldest: Date | null;
}

/** @param before null: nothing is due */
export async function countDueChats(db: Database, _scope: SystemScope, before: Date | null): Promise<Due> {
  const [row] = await db.select({ oldest: min(conversations.updatedAt) }).from(conversations);
  return { due: before === null ? 0 : await db.$count(conversations, lt(conversations.updatedAt, before)), all: await db.$count(conversations), oldest: row?.oldest ?? null };
}

/** Deletes chats whose last question is older, with all that hangs on them. @returns how many */
export async function deleteChatsBefore(db: Database, _scope: SystemScope, before: Date): Promise<number> {
  const rows = await db.delete(conversations).where(lt(conversations.updatedAt, before)).returning({ id: conversations.id });
  return rows.length;
}

export async function countDueResumes(db: Database, _scope: SystemScope, before: Date | null): Promise<Due> {
  const resumes = eq(documents.kind, "resume");
  const [row] = await db.select({ oldest: min(documents.createdAt) }).from(documents).where(resumes);
  return { due: before === null ? 0 : await db.$count(documents, and(resumes, lt(documents.createdAt, before))), all: await db.$count(documents, resumes), oldest: row?.oldest ?? null };
}

/** The oldest first. */
export async function listDueResumes(db: Database, _scope: SystemScope, before: Date): Promise<{ id: string }[]> {
  return db.select({ id: documents.id }).from(documents).where(and(eq(documents.kind, "resume"), lt(documents.createdAt, before))).orderBy(asc(documents.createdAt), asc(documents.id));
}

/**
 * Policies and courses that ended before a day, the longest ended first: their last day, or the first day of the one that
 * replaces them, whichever comes first. @param before `YYYY-MM-DD`
 */
export async function listEndedBefore(db: Database, _scope: SystemScope, before: string): Promise<{ id: string; endedOn: string }[]> {
  const own = alias(documentTerms, "own");
  const newer = alias(documentTerms, "newer");
  const successor = alias(documents, "successor");
  const endedOn = sql<string>`least(min(${own.validUntil}), min(case when ${successor.status} = 'ready' then ${newer.validFrom} end))`;
  return db
    .select({ id: documents.id, endedOn })
    .from(documents)
    .leftJoin(own, eq(own.documentId, documents.id))
    .leftJoin(newer, eq(newer.supersedesId, documents.id))
    .leftJoin(successor, eq(successor.id, newer.documentId))
    .where(inArray(documents.kind, ["policy", "course"]))
    .groupBy(documents.id)
    .having(lt(endedOn, before))
    .orderBy(asc(endedOn), asc(documents.id));
}

/** Questions by when HR answered or declined them; one that waits is never due. `all`: every one that was sent. */
export async function countDueQuestions(db: Database, _scope: SystemScope, before: Date | null): Promise<Due> {
  const [row] = await db.select({ oldest: min(hrItems.closedAt) }).from(hrItems);
  const closed = db.select({ id: hrItems.id }).from(hrItems).where(lt(hrItems.closedAt, before ?? new Date(0)));
  return { due: before === null ? 0 : await db.$count(hrAsks, inArray(hrAsks.itemId, closed)), all: await db.$count(hrAsks), oldest: row?.oldest ?? null };
}

/**
 * Deletes questions that HR dealt with before, as their askers sent them, and replies that were for these askers alone. An
 * answer that others are given stays: it is in HR's own words.
 * @returns how many questions
 */
export async function deleteQuestionsBefore(db: Database, _scope: SystemScope, before: Date): Promise<number> {
  const closed = await db.select({ id: hrItems.id, answerId: hrItems.answerId }).from(hrItems).where(lt(hrItems.closedAt, before));
  if (closed.length === 0) return 0;
  const ids = closed.map(({ id }) => id);
  const asked = await db.$count(hrAsks, inArray(hrAsks.itemId, ids));
  await db.delete(hrItems).where(inArray(hrItems.id, ids));
  const answers = closed.flatMap(({ answerId }) => (answerId === null ? [] : [answerId]));
  const stillAsked = db.select({ one: sql`1` }).from(hrItems).where(eq(hrItems.answerId, verifiedAnswers.id));
  await db.delete(verifiedAnswers).where(and(inArray(verifiedAnswers.id, answers), eq(verifiedAnswers.shared, false), isNull(verifiedAnswers.publishedId), notExists(stillAsked)));
  return asked;
}

/**
 * Takes the run of a day: of several servers exactly one gets it.
 * @param day `YYYY-MM-DD`
 */
export async function claimDay(db: Database, _scope: SystemScope, key: string, day: string): Promise<boolean> {
  const taken = await db.execute(sql`insert into settings (key, value) values (${key}, ${day}) on conflict (key) do update set value = excluded.value where settings.value < excluded.value returning key`);
  return typeof taken === "object" && taken !== null && "rows" in taken && Array.isArray(taken.rows) && taken.rows.length > 0;
}
