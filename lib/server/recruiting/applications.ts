/** @file Applications: added to an opening, moved from stage to stage by a person, notes and reminders. Nothing moves by itself. */
import { findDocument } from "../../../db/queries/documents";
import { addApplications, addNote, deleteNote, listEvents, listNotes, moveApplication } from "../../../db/queries/recruiting/applications";
import type { AddApplicationsRequest, ApplicationDetail, MoveRequest } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { coverWords } from "../../people/blind/mask-text";
import { interviewKit } from "../../people/match/explain/interview-kit";
import { record } from "../audit/record";
import type { Services } from "../services";
import { isMasked, requireApplication, requireWork } from "./access";
import { newCode } from "./codes";
import { rankedList, standingsOf } from "./scores";
import { coveredText, namesOf, showApplication, warningsFor } from "./shown";

type Needs = Pick<Services, "db" | "encoder">;

/**
 * Lets résumés apply to an opening; those that have applied already are passed over.
 * @returns how many were added
 * @throws AppError "request/not-found" when one is no résumé that this person may read
 */
export async function addToOpening({ db }: Pick<Services, "db">, actor: Actor, openingId: string, request: AddApplicationsRequest, clock: Clock = systemClock): Promise<number> {
  const opening = await requireWork(db, actor, openingId);
  const scope = scopeOf(actor);
  const rows = await Promise.all([...new Set(request.documents)].map((id) => findDocument(db, scope, id)));
  const resumes = rows.flatMap((row) => (row?.kind === "resume" ? [row] : []));
  if (resumes.length < rows.length) throw new AppError("request/not-found", "not all of these are résumés that this person may read");
  const { channel, consent } = request;
  const keepUntil = request.keepUntil === null ? null : new Date(`${request.keepUntil}T23:59:59.999Z`);
  const appliedAt = new Date(clock.now());
  return db.transaction(async (tx) => {
    const added = await addApplications(tx, scope, resumes.map(({ id }) => ({ openingId: opening.documentId, documentId: id, channel, consent, keepUntil, appliedAt, code: newCode() })), actor.userId);
    if (added.length > 0) await record(tx, actor, { action: "application.added", object: { kind: "document", id: opening.documentId }, facts: { shown: added.length } });
    return added.length;
  });
}

/**
 * Moves one person on, with what the ranked list looked like at that moment. Turning down needs a reason; who withdraws owes none.
 * @throws AppError "request/not-found"; "request/conflict" when they no longer stand at `from`; "request/invalid" without a reason
 */
export async function moveOn(services: Needs, actor: Actor, id: string, move: Required<Pick<MoveRequest, "from" | "to" | "reason">> & Pick<MoveRequest, "startsOn">, clock: Clock = systemClock): Promise<void> {
  const { db } = services;
  const { application, opening } = await requireApplication(db, actor, id);
  if (move.to === "rejected" && move.reason === "") {
    throw new AppError("request/invalid", "a rejection without a reason", { userMessage: "Say why this person is not taken on: the reason is kept with the decision." });
  }
  const standings = await standingsOf(services, opening, clock);
  const shown = { runId: standings.run?.id ?? null, revision: standings.run?.revision ?? null, list: rankedList(standings) };
  await db.transaction(async (tx) => {
    const moved = await moveApplication(tx, scopeOf(actor), { id: application.id, from: move.from, to: move.to, reason: move.reason, at: new Date(clock.now()), byId: actor.userId, ...(move.startsOn === undefined ? {} : { startsOn: move.startsOn }), shown });
    if (!moved) throw new AppError("request/conflict", "the application was moved meanwhile");
    await record(tx, actor, { action: "application.moved", object: { kind: "application", id: application.id }, facts: { opening: opening.documentId, from: move.from, to: move.to, masked: isMasked(opening, application.stage) } });
  });
}

/** One application with its history; reading it stands in the audit log. */
export async function applicationOf(services: Needs, actor: Actor, id: string, clock: Clock = systemClock): Promise<ApplicationDetail> {
  const { db } = services;
  const own = scopeOf(actor);
  const { application: row, opening } = await requireApplication(db, actor, id);
  const masked = isMasked(opening, row.stage);
  await record(db, actor, { action: "application.read", object: { kind: "application", id: row.id }, facts: { masked } }, clock);
  const { scores } = await standingsOf(services, opening, clock);
  const at = scores.findIndex(({ applicationId }) => applicationId === row.id);
  const [events, notes] = [await listEvents(db, own, [row.id]), await listNotes(db, own, row.id)];
  const names = masked ? await namesOf(db, row) : [];
  const shown = (words: string): string => (masked ? coverWords(words, names) : words);
  return {
    application: await showApplication(db, own, { opening, row, placed: { rank: at < 0 ? null : at + 1, card: scores[at]?.card ?? null }, clock }),
    opening: { documentId: opening.documentId, title: opening.title },
    events: events.map((event) => ({ from: event.fromStage, to: event.toStage, reason: shown(event.reason), by: event.by, at: event.at.toISOString(), rank: event.shown.find((one) => one.application === row.id)?.rank ?? null, of: event.shown.length })),
    notes: notes.map((note) => ({ id: note.id, text: shown(note.text), by: note.by, own: note.byId === actor.userId, at: note.at.toISOString(), remindAt: note.remindAt?.toISOString() ?? null })),
    kit: scores[at] ? interviewKit(scores[at].card).map(({ purpose, requirement, question, listenFor }) => ({ purpose, requirement, question: { ...question }, listenFor: { ...listenFor } })) : [],
    warnings: await warningsFor(db, row, masked),
    covered: masked ? await coveredText(db, own, row) : null,
  };
}

/** @throws AppError "request/not-found" */
export async function writeNote({ db }: Pick<Services, "db">, actor: Actor, id: string, note: { text: string; remindAt: string | null }, clock: Clock = systemClock): Promise<void> {
  const { application, opening } = await requireApplication(db, actor, id);
  await db.transaction(async (tx) => {
    await addNote(tx, scopeOf(actor), { applicationId: application.id, byId: actor.userId, text: note.text, remindAt: note.remindAt === null ? null : new Date(note.remindAt), at: new Date(clock.now()) });
    await record(tx, actor, { action: "application.noted", object: { kind: "application", id: application.id }, facts: { opening: opening.documentId } });
  });
}

/** One's own. @throws AppError "request/not-found" */
export async function removeNote({ db }: Pick<Services, "db">, actor: Actor & { userId: UserId }, id: string, noteId: string): Promise<void> {
  const { application } = await requireApplication(db, actor, id);
  if (!(await deleteNote(db, scopeOf(actor), { id: noteId, applicationId: application.id, byId: actor.userId }))) throw new AppError("request/not-found", "no such note of this person's");
}
