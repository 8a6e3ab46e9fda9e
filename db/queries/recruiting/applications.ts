/** @file Applications: read with their résumé's facts, added, moved on with what was shown, notes and reminders. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Ranked } from "../../../lib/contracts/recruiting";
import type { Channel, Consent, Stage } from "../../../lib/contracts/recruiting-words";
import { newId } from "../../../lib/core/ids";
import type { Scope, SystemScope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId, Language, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applicationEvents, applicationNotes, applications, documents, openings, shortlistEntries, users } from "../../schema";
import { readableDocuments } from "../readable";
import { workedOn } from "./access";

export type ApplicationRow = typeof applications.$inferSelect & {
  readonly resume: { readonly source: string; readonly title: string; readonly name: string | null; readonly personTitle: string | null; readonly location: string | null; readonly years: number | null; readonly ready: boolean; readonly language: Language | null; readonly sha256: string };
  readonly notes: number;
  readonly remindAt: Date | null;
  readonly shortlisted: boolean;
};

const columns = {
  row: applications,
  resume: { source: documents.source, title: documents.title, name: documents.personName, personTitle: documents.personTitle, location: documents.personLocation, years: documents.personYears, ready: sql<boolean>`${documents.status} = 'ready'`, language: documents.language, sha256: documents.sha256 },
  notes: sql<number>`(select count(*)::int from ${applicationNotes} where ${applicationNotes.applicationId} = ${applications.id})`,
  remindAt: sql<string | null>`(select min(${applicationNotes.remindAt}) from ${applicationNotes} where ${applicationNotes.applicationId} = ${applications.id} and ${applicationNotes.remindedAt} is null)`,
  shortlisted: sql<boolean>`exists (select 1 from ${shortlistEntries} where ${shortlistEntries.applicationId} = ${applications.id})`,
};

async function select(db: Database, scope: Scope, condition: ReturnType<typeof and>): Promise<ApplicationRow[]> {
  const rows = await db
    .select(columns)
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .innerJoin(documents, eq(documents.id, applications.documentId))
    .where(and(workedOn(scope), readableDocuments(scope), condition))
    .orderBy(asc(applications.appliedAt), asc(applications.id));
  return rows.map(({ row, remindAt, ...more }) => ({ ...row, ...more, remindAt: remindAt === null ? null : new Date(remindAt) }));
}

/** Of one opening that the scope works on, whose résumés it may read; oldest first. */
export const listApplications = (db: Database, scope: Scope, openingId: DocumentId): Promise<ApplicationRow[]> => select(db, scope, eq(applications.openingId, openingId));

/** What one résumé applied for, as far as the scope works on it. */
export const listApplicationsOf = (db: Database, scope: Scope, documentId: string): Promise<ApplicationRow[]> => select(db, scope, eq(applications.documentId, documentId as DocumentId));

/** Null when there is none, or the scope does not work on its opening. */
export async function findApplication(db: Database, scope: Scope, id: string): Promise<ApplicationRow | null> {
  return (await select(db, scope, eq(applications.id, id as ApplicationId)))[0] ?? null;
}

/** By their codes, as far as the scope works on them. */
export const listApplicationsByCode = (db: Database, scope: Scope, codes: readonly string[]): Promise<ApplicationRow[]> => (codes.length === 0 ? Promise.resolve([]) : select(db, scope, inArray(applications.code, [...codes])));

export interface NewApplication {
  readonly openingId: DocumentId;
  readonly documentId: DocumentId;
  readonly channel: Channel;
  readonly consent: Consent;
  readonly keepUntil: Date | null;
  readonly appliedAt: Date;
}

/** Adds those that are not there yet, each as "new" with its first event. @returns ids of the added */
export async function addApplications(db: Database, _scope: Scope, rows: readonly (NewApplication & { readonly code: string })[], byId: UserId | null): Promise<ApplicationId[]> {
  if (rows.length === 0) return [];
  const values = rows.map((row) => ({ ...row, id: newId<ApplicationId>(), stage: "new" as const, stageSince: row.appliedAt }));
  const added = await db.insert(applications).values(values).onConflictDoNothing().returning({ id: applications.id, at: applications.appliedAt });
  if (added.length > 0) await db.insert(applicationEvents).values(added.map(({ id, at }) => ({ id: newId<string>(), applicationId: id, fromStage: null, toStage: "new" as const, byId, at })));
  return added.map(({ id }) => id);
}

export interface Move {
  readonly id: ApplicationId;
  readonly from: Stage;
  readonly to: Stage;
  readonly reason: string;
  readonly at: Date;
  readonly byId: UserId | null;
  readonly startsOn?: string | null;
  readonly shown: { readonly runId: string | null; readonly revision: number | null; readonly list: readonly Ranked[] };
}

/** @returns false when it no longer stands at `from` */
export async function moveApplication(db: Database, _scope: Scope, move: Move): Promise<boolean> {
  const { id, from, to, reason, at, shown } = move;
  // A first day of work is one of who is hired: who is moved back has none.
  const set = { stage: to, stageSince: at, reason, startsOn: to === "hired" ? (move.startsOn ?? null) : null };
  const rows = await db.update(applications).set(set).where(and(eq(applications.id, id), eq(applications.stage, from))).returning({ id: applications.id });
  if (rows.length === 0) return false;
  await db.insert(applicationEvents).values({ id: newId<string>(), applicationId: id, fromStage: from, toStage: to, reason, runId: shown.runId, revision: shown.revision, shown: [...shown.list], byId: move.byId, at });
  return true;
}

export async function updateApplication(db: Database, _scope: Scope, id: ApplicationId, change: { channel?: Channel; consent?: Consent; keepUntil?: Date | null }): Promise<void> {
  await db.update(applications).set(change).where(eq(applications.id, id));
}

export type EventRow = typeof applicationEvents.$inferSelect & { readonly by: string | null };

/** Oldest first. */
export async function listEvents(db: Database, _scope: Scope, ids: readonly ApplicationId[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ row: applicationEvents, by: users.name })
    .from(applicationEvents)
    .leftJoin(users, eq(users.id, applicationEvents.byId))
    .where(inArray(applicationEvents.applicationId, [...ids]))
    .orderBy(asc(applicationEvents.at), asc(applicationEvents.id));
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export type NoteRow = typeof applicationNotes.$inferSelect & { readonly by: string | null };

/** Newest first. */
export async function listNotes(db: Database, _scope: Scope, id: ApplicationId): Promise<NoteRow[]> {
  const rows = await db.select({ row: applicationNotes, by: users.name }).from(applicationNotes).leftJoin(users, eq(users.id, applicationNotes.byId)).where(eq(applicationNotes.applicationId, id)).orderBy(desc(applicationNotes.at), desc(applicationNotes.id));
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export async function addNote(db: Database, _scope: Scope, note: { applicationId: ApplicationId; byId: UserId | null; text: string; remindAt: Date | null; at: Date }): Promise<string> {
  const id = newId<string>();
  await db.insert(applicationNotes).values({ id, ...note });
  return id;
}

/** One's own. @returns false when there is none */
export async function deleteNote(db: Database, _scope: Scope, note: { id: string; applicationId: ApplicationId; byId: UserId }): Promise<boolean> {
  const rows = await db.delete(applicationNotes).where(and(eq(applicationNotes.id, note.id), eq(applicationNotes.applicationId, note.applicationId), eq(applicationNotes.byId, note.byId))).returning({ id: applicationNotes.id });
  return rows.length === 1;
}

/** Takes the reminders that are due: of several servers exactly one gets each. */
export async function takeReminders(db: Database, _scope: SystemScope, now: Date): Promise<{ userId: UserId; applicationId: ApplicationId; openingId: DocumentId }[]> {
  const due = and(lte(applicationNotes.remindAt, now), isNull(applicationNotes.remindedAt), isNotNull(applicationNotes.byId));
  const rows = await db.update(applicationNotes).set({ remindedAt: now }).where(due).returning({ userId: applicationNotes.byId, applicationId: applicationNotes.applicationId });
  if (rows.length === 0) return [];
  const places = await db.select({ id: applications.id, openingId: applications.openingId }).from(applications).where(inArray(applications.id, rows.map(({ applicationId }) => applicationId)));
  const openingOf = new Map(places.map(({ id, openingId }) => [id, openingId]));
  return rows.flatMap(({ userId, applicationId }) => {
    const openingId = openingOf.get(applicationId);
    return userId && openingId ? [{ userId, applicationId, openingId }] : [];
  });
}

export async function countApplications(db: Database, _scope: SystemScope): Promise<number> {
  const [row] = await db.select({ n: count() }).from(applications);
  return row?.n ?? 0;
}
