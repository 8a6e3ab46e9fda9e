/**
 * @file What recruiting does by the clock: reminders that are due, saved searches that look at newly read résumés, and scores
 * for who waits for one. The first two only tell the person who asked for it; of several servers exactly one does each.
 */
import { takeReminders } from "../../../db/queries/recruiting/applications";
import { addHits, latestResume, listReadySince, takeSearches } from "../../../db/queries/recruiting/saved-searches";
import { findSessionAccount } from "../../../db/queries/people";
import { systemClock, type Clock } from "../../core/clock";
import { toAppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { isModuleOn } from "../modules/state";
import { mayRank } from "./ended-terms";
import { notify } from "../notifications/notify";
import { can } from "../policy";
import type { Services } from "../services";
import { scoreWaiting } from "./score-waiting";

const scope = systemScope("recruiting clock");
const EVERY_MS = 60_000;
type Needs = Pick<Services, "db" | "assistant" | "readSide" | "encoder">;

export interface ClockOptions {
  readonly clock?: Clock;
  /** The server is ending: what takes long is left for the next start. */
  readonly isStopped?: () => boolean;
}

/** @returns how many people were told of what, and openings that were scored */
export async function runRecruitingClock(services: Needs, { clock = systemClock, isStopped = () => false }: ClockOptions = {}): Promise<{ reminders: number; hits: number; scored: number }> {
  const { db } = services;
  if (!(await isModuleOn(db, "candidates"))) return { reminders: 0, hits: 0, scored: 0 };
  const reminders = await db.transaction(async (tx) => {
    const due = await takeReminders(tx, scope, new Date(clock.now()));
    await notify(tx, due.map(({ userId, openingId }) => ({ userId, kind: "application.reminder", words: { en: "You asked to be reminded of a candidate.", zh: "您设置的候选人提醒时间已到。" }, href: `/jobs/${openingId}?tab=board` })));
    return due.length;
  });
  return { reminders, hits: await lookForNew(services, clock), scored: await scoreWaiting(services, isStopped, clock) };
}

/** A résumé fits when it shows every part of the request, to somebody who may still ask and read it. */
async function lookForNew({ db, assistant, readSide }: Needs, clock: Clock): Promise<number> {
  const latest = await latestResume(db, scope);
  if (latest === null) return 0;
  let found = 0;
  for (const search of await takeSearches(db, scope, latest)) {
    const account = await findSessionAccount(db, scope, search.userId);
    if (!account || account.disabled || !can({ userId: account.id, roles: account.roles }, "candidates:search")) continue;
    const own = scopeOf({ userId: account.id, roles: account.roles });
    const fresh = new Set<string>(await listReadySince(db, own, search.since));
    if (fresh.size === 0) continue;
    const mayRead = await mayRank({ db, readSide }, own, clock);
    const { answer } = await assistant.ask({ question: search.request, history: [], capabilities: new Set(["candidates"]), mayRead: (passage) => fresh.has(passage.documentId) && mayRead(passage) });
    const fitting = answer.candidates.filter(({ matches }) => matches.length > 0 && matches.every(({ met }) => met));
    const at = new Date(clock.now());
    const added = await addHits(db, scope, fitting.flatMap(({ documentId }) => (fresh.has(documentId) ? [{ searchId: search.id, documentId: documentId as DocumentId, at }] : [])));
    if (added > 0) await notify(db, [{ userId: account.id, kind: "search.hit", words: { en: `New résumés fit your saved search “${search.name}”.`, zh: `有新简历符合您保存的搜索“${search.name}”。` }, href: `/candidates?search=${search.id}` }]);
    found += added;
  }
  return found;
}

/** @returns a function that ends it, and waits for a run under way */
export function startRecruitingClock(services: Needs, clock: Clock = systemClock): () => Promise<void> {
  let run: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const timer = setInterval(() => {
    run = run.then(() => runRecruitingClock(services, { clock, isStopped: () => stopped })).catch((error: unknown) => console.error(`recruiting clock: ${toAppError(error).message}; the next minute tries again`));
  }, EVERY_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await run;
  };
}
