/**
 * @file A course is retired, or brought back, by an HR lead. Retired, no new plan proposes it; a plan that holds it keeps the step
 * and says so, its owner is told and offered to plan again, and what has begun may be finished. Nothing of it is deleted.
 */
import { setCourseOffered } from "../../../db/queries/growth-catalogue";
import { listHolding } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";

const scope = systemScope("plans that hold a course");

/** Titles stay out: a notification may be read over somebody's shoulder. */
const TOLD = {
  planned: { en: "A step of your learning plan is no longer offered. Plan again from today, and what takes its place comes in.", zh: "您的学习计划中有一个步骤已不再提供。请从今天起重新安排计划，以找到替代内容。" },
  started: { en: "A step of your learning plan that you have begun is no longer offered to others. You may finish it.", zh: "您的学习计划中已开始的一个步骤不再向他人提供，您可以继续完成。" },
} as const;

/** What is so already stays so, and nobody is told twice. @throws AppError "policy/forbidden", "request/not-found" */
export async function offerCourse(db: Database, actor: Actor, { id, offered }: { readonly id: string; readonly offered: boolean }): Promise<void> {
  authorise(actor, "growth:manage");
  await db.transaction(async (tx) => {
    if (!(await setCourseOffered(tx, scopeOf(actor), { id, offered }))) return;
    if (!offered) await notify(tx, (await listHolding(tx, scope, id)).map(({ userId, planId, status }) => ({ userId, kind: "growth.step" as const, words: TOLD[status], href: `/growth/plan?id=${planId}` })));
    await record(tx, actor, { action: "growth.course-offered", object: { kind: "growth", id }, facts: { offered } });
  });
}
