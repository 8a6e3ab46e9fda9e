/**
 * @file The retention clocks. Once a day what is due is deleted, by the same steps as by hand: a chat with its ratings and
 * review items, a résumé with its file, passages, vectors and snapshots (by the company's term or the one agreed with the person) with a
 * receipt, a question to HR some time after the reply, a policy or course some time after it ended. One audit line per run says
 * how many.
 */
import { claimDay, countDueChats, countDueQuestions, countDueResumes, deleteChatsBefore, deleteQuestionsBefore, listDueResumes, listEndedBefore, type Due } from "../../../db/queries/retention";
import { listTermEnded } from "../../../db/queries/recruiting/held-back";
import { findDocument } from "../../../db/queries/documents";
import { removeOrphanItems } from "../../../db/queries/review-sources";
import type { RetentionPreview, RetentionSettings } from "../../contracts/setup";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { toAppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { eraseDocument } from "../documents/manage";
import { eraseResume, type ErasureNeeds } from "../recruiting/erase";
import { can } from "../policy";
import type { Services } from "../services";
import { dueBefore, endedBefore, retentionSettings } from "./settings";

const scope = systemScope("retention clock");
const LAST_RUN_SETTING = "retention-last-run";
/** The day is asked for this often, in ms; a server that was asleep at night runs when it wakes. */
const EVERY_MS = 60 * 60_000;
/** Titles in a preview. */
const SHOWN_TITLES = 20;

/** What these terms would delete now. Titles only for whoever may read résumés. */
export async function previewRetention(db: Services["db"], actor: Actor, settings: RetentionSettings, clock: Clock = systemClock): Promise<RetentionPreview> {
  const before = dueBefore(settings.resumes, clock.now());
  const reads = can(actor, "candidates:read");
  const due = before && reads ? await listDueResumes(db, scope, before) : [];
  const titlesOf = async (of: readonly { id: string }[]) => (await Promise.all(of.slice(0, SHOWN_TITLES).map(({ id }) => findDocument(db, scopeOf(actor), id)))).flatMap((row) => (row ? [row.title] : []));
  const endedDue = await listEnded(db, endedBefore(settings.ended, clock.now()));
  return {
    chats: dated(await countDueChats(db, scope, dueBefore(settings.chats, clock.now()))),
    resumes: { ...dated(await countDueResumes(db, scope, before)), titles: reads ? await titlesOf(due) : null },
    questions: dated(await countDueQuestions(db, scope, dueBefore(settings.questions, clock.now()))),
    ended: { due: endedDue.length, all: (await listEnded(db, dayOf(clock.now()))).length, titles: await titlesOf(endedDue) },
  };
}

const listEnded = async (db: Services["db"], before: string | null) => (before === null ? [] : listEndedBefore(db, scope, before));

const dated = ({ due, all, oldest }: Due) => ({ due, all, oldest: oldest?.toISOString() ?? null });

type Needs = ErasureNeeds;

/** How many of each a run deleted. */
interface Applied {
  readonly chats: number;
  readonly resumes: number;
  readonly questions: number;
  readonly ended: number;
}

/** Deletes what is due. @returns how many of each */
export async function applyRetention(services: Needs, clock: Clock = systemClock): Promise<Applied> {
  const { db } = services;
  const settings = await retentionSettings(db);
  const chatsBefore = dueBefore(settings.chats, clock.now());
  const resumesBefore = dueBefore(settings.resumes, clock.now());
  const questionsBefore = dueBefore(settings.questions, clock.now());
  let resumes = 0;
  const due = resumesBefore ? (await listDueResumes(db, scope, resumesBefore)).map(({ id }) => id) : [];
  // What was agreed with a person holds whether the company has a term or not.
  const termOver = await listTermEnded(db, scope, new Date(clock.now()));
  for (const id of new Set<string>([...due, ...termOver])) {
    const row = await findDocument(db, scope, id);
    if (!row) continue;
    await eraseResume(services, scope, row, clock);
    resumes++;
  }
  let ended = 0;
  for (const { id } of await listEnded(db, endedBefore(settings.ended, clock.now()))) {
    const row = await findDocument(db, scope, id);
    if (row && (await eraseDocument(services, scope, row))) ended++;
  }
  return db.transaction(async (tx) => {
    const chats = chatsBefore ? await deleteChatsBefore(tx, scope, chatsBefore) : 0;
    if (chats > 0) await removeOrphanItems(tx, scope);
    const questions = questionsBefore ? await deleteQuestionsBefore(tx, scope, questionsBefore) : 0;
    if (chats + resumes + questions + ended > 0) await record(tx, scope, { action: "retention.applied", object: { kind: "company", id: null }, facts: { chats, resumes, questions, ended } });
    return { chats, resumes, questions, ended };
  });
}

/** Runs when the day has not been taken yet by this or another server. @returns null when it was */
export async function runDaily(services: Needs, clock: Clock = systemClock): Promise<Applied | null> {
  if (!(await claimDay(services.db, scope, LAST_RUN_SETTING, dayOf(clock.now())))) return null;
  return applyRetention(services, clock);
}

/** @returns a function that ends it, and waits for a run under way */
export function startRetention(services: Needs, clock: Clock = systemClock): () => Promise<void> {
  let run: Promise<unknown> = Promise.resolve();
  const once = () => {
    run = run.then(() => runDaily(services, clock)).catch((error: unknown) => console.error(`retention clock: ${toAppError(error).message}; tomorrow tries again`));
  };
  const timer = setInterval(once, EVERY_MS);
  timer.unref();
  once();
  return async () => {
    clearInterval(timer);
    await run;
  };
}
