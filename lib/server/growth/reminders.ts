/** @file Reminders: a planned step that begins within days, a started one that ends, an open one that is late; each once. Looked at every hour. */
import { listDue, markReminded, type DueStep } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";
import { logIncident } from "../http";
import { isModuleOn } from "../modules/state";
import { forgetUnanswered } from "./interviews";
import { AHEAD_DAYS } from "./step-rows";
import { notify } from "../notifications/notify";

const scope = systemScope("growth reminders");
const EVERY_MS = 60 * 60_000;

/** @returns people told; one notification per person, plan and kind (due, late) in one look, however many steps */
export async function remind(db: Database, clock: Clock): Promise<number> {
  if (!(await isModuleOn(db, "growth"))) return 0;
  const today = dayOf(clock.now());
  const due = await listDue(db, scope, { by: addDays(today, AHEAD_DAYS), today });
  const told = new Map<string, Told>();
  for (const { userId, planId, late } of due) {
    const key = `${userId} ${planId} ${String(late)}`;
    told.set(key, { userId, planId, late, steps: (told.get(key)?.steps ?? 0) + 1 });
  }
  await db.transaction(async (tx) => {
    await notify(tx, [...told.values()].map(({ userId, planId, late, steps }) => ({ userId, kind: "growth.step", words: late ? lateWords(steps) : dueWords(steps), href: `/growth/plan?id=${planId}` })));
    await markReminded(tx, scope, due, new Date(clock.now()));
  });
  return new Set(due.map(({ userId }) => userId)).size;
}

interface Told extends Pick<DueStep, "planId" | "late"> {
  readonly userId: UserId;
  readonly steps: number;
}

/** Titles stay out: a notification may be read over somebody's shoulder. */
const dueWords = (steps: number) => ({ en: steps === 1 ? "A step of your learning plan is due." : `${steps} steps of your learning plan are due.`, zh: steps === 1 ? "您的学习计划有一个步骤到期。" : `您的学习计划有 ${steps} 个步骤到期。` });
/** The plan's page, where the reminder leads, has the button. */
const lateWords = (steps: number) => ({ en: `${steps === 1 ? "A step of your learning plan is late." : `${steps} steps of your learning plan are late.`} Mark what is done, or plan again from today.`, zh: `您的学习计划有${steps === 1 ? "一个步骤" : ` ${steps} 个步骤`}已逾期。请标记已完成的内容，或从今天起重新安排计划。` });

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
