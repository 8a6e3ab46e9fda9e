/** @file Reminders: a planned step that begins within days, a started one that ends; once per step and plan. Looked at every hour. */
import { listDue, markReminded, type DueStep } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";
import { logIncident } from "../http";
import { isModuleOn } from "../modules/state";
import { forgetUnanswered } from "./interviews";
import { notify } from "../notifications/notify";

const scope = systemScope("growth reminders");
const AHEAD_DAYS = 3;
const EVERY_MS = 60 * 60_000;

/** @returns people told; one notification per person and look, however many steps */
export async function remind(db: Database, clock: Clock): Promise<number> {
  if (!(await isModuleOn(db, "growth"))) return 0;
  const due = await listDue(db, scope, addDays(dayOf(clock.now()), AHEAD_DAYS));
  const people = new Map<UserId, DueStep[]>();
  for (const step of due) people.set(step.userId, [...(people.get(step.userId) ?? []), step]);
  await db.transaction(async (tx) => {
    await notify(tx, [...people].map(([userId, steps]) => ({ userId, kind: "growth.step", words: wordsFor(steps), href: `/growth/plan?id=${steps[0]?.planId ?? ""}` })));
    await markReminded(tx, scope, due, new Date(clock.now()));
  });
  return people.size;
}

/** Titles stay out: a notification may be read over somebody's shoulder. */
const wordsFor = ({ length }: readonly DueStep[]) => ({ en: length === 1 ? "A step of your learning plan is due." : `${length} steps of your learning plan are due.`, zh: length === 1 ? "您的学习计划有一个步骤到期。" : `您的学习计划有 ${length} 个步骤到期。` });

/** @returns stops it */
export function startReminding(db: Database, clock: Clock): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    // Each for itself: a reminder that fails must not keep notes beyond their day.
    running = Promise.all([remind(db, clock).catch(logIncident), forgetUnanswered(db, clock).catch(logIncident)]);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
