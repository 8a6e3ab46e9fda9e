/**
 * @file What is left of a person: rows of every table (asked of the catalog, so that a table added later is searched too)
 * that name one of their ids in any column, and taking their part out of what belongs to others. The audit log is left out.
 */
import { count, eq, inArray, max, sql } from "drizzle-orm";
import type { Answer } from "../../../lib/contracts/evidence";
import type { SystemScope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { rowsOf } from "../../rows-of";
import { applicationEvents, auditEvents, chunks, conversations, feedback, learningSnapshotRows, messages, modelVersions } from "../../schema";
import { listTables } from "../../transfer/catalog";

const LOGS = new Set(["audit_events", "audit_head", "erasures"]);
const namesOne = sql`exists (select 1 from regexp_matches(r::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found where found[1] in (select id from ids))`;
const withIds = (ids: readonly string[]) => sql`with ids as materialized (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as id)`;

export async function chunkIdsOf(db: Database, _scope: SystemScope, id: DocumentId): Promise<string[]> {
  return (await db.select({ id: chunks.id }).from(chunks).where(eq(chunks.documentId, id))).map((row) => row.id);
}

/** Rows by table that name one of the ids. @source our ids are UUIDs in lower case: lib/core/ids.ts */
export async function findTraces(db: Database, _scope: SystemScope, ids: readonly string[]): Promise<Map<string, number>> {
  const tables = (await listTables(db)).filter(({ name }) => !LOGS.has(name));
  const parts = tables.map(({ name }) => sql`select ${name} as name, (select count(*)::int from ${sql.identifier(name)} r where ${namesOne}) as n`);
  const rows = rowsOf<{ name: string; n: number }>(await db.execute(sql`${withIds(ids)} ${sql.join(parts, sql` union all `)}`));
  return new Map(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]));
}

/** Lines of the audit log that name one of the ids: they stay. */
export async function countAuditLines(db: Database, _scope: SystemScope, ids: readonly string[]): Promise<number> {
  const [row] = rowsOf<{ n: number }>(await db.execute(sql`${withIds(ids)} select count(*)::int as n from ${auditEvents} r where ${namesOne}`));
  return row?.n ?? 0;
}

/** Questions in chats that somebody typed with the person's name, and when the last of those chats was asked in: they stay until its term ends. Null: no name is known. */
export async function questionsNaming(db: Database, _scope: SystemScope, name: string | null): Promise<{ count: number; last: Date | null }> {
  if (name === null || name.trim().length < 2) return { count: 0, last: null };
  const [row] = await db
    .select({ count: count(), last: max(conversations.updatedAt) })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(sql`${messages.role} = 'user' and position(lower(${name.trim()}) in lower(${messages.text})) > 0`);
  return row ?? { count: 0, last: null };
}

/**
 * What the product made of a person's name where no id stands with it: answers that name them ("Anna Quillmoor: the résumé does
 * not say") and titles of chats, which begin as a question does.
 *
 * @param names the person's full name in each way that is searched for; none: nothing is found
 */
export async function madeOfName(db: Database, _scope: SystemScope, names: readonly string[]): Promise<{ answers: number; titles: number }> {
  if (names.length === 0) return { answers: 0, titles: 0 };
  const [answers] = await db.select({ n: count() }).from(messages).where(answersNaming(names));
  const [titles] = await db.select({ n: count() }).from(conversations).where(holdsOne(sql`${conversations.title}`, names));
  return { answers: answers?.n ?? 0, titles: titles?.n ?? 0 };
}

const holdsOne = (text: ReturnType<typeof sql>, names: readonly string[]) => sql`(${sql.join(names.map((name) => sql`position(lower(${name}) in lower(${text})) > 0`), sql` or `)})`;
const answersNaming = (names: readonly string[]) => sql`${messages.role} = 'assistant' and ${holdsOne(sql`${messages.text} || ' ' || coalesce(${messages.answer}::text, '')`, names)}`;

/** Numbers of trained versions whose snapshot had one of these passages. */
export async function versionsTrainedOn(db: Database, _scope: SystemScope, chunkIds: readonly string[]): Promise<number[]> {
  if (chunkIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ number: modelVersions.number })
    .from(modelVersions)
    .innerJoin(learningSnapshotRows, eq(learningSnapshotRows.snapshotId, modelVersions.snapshotId))
    .where(sql`${learningSnapshotRows.chunkId} in (select jsonb_array_elements_text(${JSON.stringify(chunkIds)}::jsonb))`);
  return rows.map(({ number }) => number).sort((a, b) => a - b);
}

/**
 * Takes a person out of what others keep: answers that showed or named them lose their words, citations and cards of this person;
 * titles of chats lose the name;
 * ratings of them go; lists that were shown with decisions about others keep the place and lose the id.
 *
 * @param person.names as madeOfName has them
 * @param person.said what stands in place of an answer's words
 */
export async function takeOutOfOthers(db: Database, _scope: SystemScope, person: { documentId: DocumentId; applicationIds: readonly ApplicationId[]; names: readonly string[]; said: string }): Promise<void> {
  const named = (text: ReturnType<typeof sql>) => sql.join([person.documentId, ...person.applicationIds].map((id) => sql`position(${id} in ${text}) > 0`), sql` or `);
  const rows = await db.select({ id: messages.id, answer: messages.answer, retrieved: messages.retrieved }).from(messages).where(named(sql`coalesce(${messages.answer}::text, '') || coalesce(${messages.retrieved}::text, '')`));
  for (const { id, answer, retrieved } of rows) {
    const others = <T extends { documentId: string }>(list: readonly T[]): T[] => list.filter(({ documentId }) => documentId !== person.documentId);
    const isOffered = answer?.recruiting !== undefined && person.applicationIds.some((one) => JSON.stringify(answer.recruiting).includes(one));
    const isShown = isOffered || (answer !== null && others([...answer.candidates, ...answer.citations]).length < answer.candidates.length + answer.citations.length);
    await db
      .update(messages)
      .set({
        ...(answer ? { answer: { ...withoutOffer(answer, isOffered), ...(isShown ? { text: person.said, suggestions: [] } : {}), candidates: others(answer.candidates), citations: others(answer.citations) } } : {}),
        ...(isShown ? { text: person.said } : {}),
        ...(retrieved ? { retrieved: others(retrieved) } : {}),
      })
      .where(eq(messages.id, id));
  }
  if (person.names.length > 0) await takeOutName(db, person);
  await db.delete(feedback).where(named(sql`(${feedback}.*)::text`));
  for (const applicationId of person.applicationIds) {
    const events = await db.select({ id: applicationEvents.id, shown: applicationEvents.shown }).from(applicationEvents).where(sql`position(${applicationId} in ${applicationEvents.shown}::text) > 0`);
    for (const event of events) await db.update(applicationEvents).set({ shown: event.shown.map((one) => (one.application === applicationId ? { ...one, application: "erased" } : one)) }).where(inArray(applicationEvents.id, [event.id]));
  }
}

async function takeOutName(db: Database, { names, said }: { names: readonly string[]; said: string }): Promise<void> {
  const rows = await db.select({ id: messages.id, answer: messages.answer }).from(messages).where(answersNaming(names));
  for (const { id, answer } of rows) {
    const isNamed = (part: unknown): boolean => names.some((name) => JSON.stringify(part).toLowerCase().includes(JSON.stringify(name).slice(1, -1).toLowerCase()));
    const clean = answer && { ...withoutOffer(answer, answer.recruiting !== undefined && isNamed(answer.recruiting)), text: said, suggestions: [], candidates: answer.candidates.filter((one) => !isNamed(one)), citations: answer.citations.filter((one) => !isNamed(one)) };
    await db.update(messages).set({ text: said, ...(clean ? { answer: clean } : {}) }).where(eq(messages.id, id));
  }
  const titled = await db.select({ id: conversations.id, title: conversations.title }).from(conversations).where(holdsOne(sql`${conversations.title}`, names));
  for (const { id, title } of titled) await db.update(conversations).set({ title: names.reduce((left, name) => left.replace(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu"), "…"), title) }).where(eq(conversations.id, id));
}

/** A card that offers something about several people goes as a whole: it may be asked for again. */
function withoutOffer(answer: Answer, isOffered: boolean): Answer {
  if (!isOffered) return answer;
  const { recruiting: _offer, ...rest } = answer;
  return rest;
}
