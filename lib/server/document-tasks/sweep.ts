/**
 * @file The daily look at documents that age: opens a task where a review is due or an end comes near, takes back those
 * whose occasion is gone (reviewed, prolonged, succeeded). Runs at start, every hour, and after terms were changed.
 */
import { forgetTasks, listAgeing, listOpenTasks, openTask, withdrawTasks, type TaskOccasion } from "../../../db/queries/document-tasks";
import type { Database } from "../../../db/client";
import type { Clock } from "../../core/clock";
import { addDays, addMonths, dayOf } from "../../core/document-terms";
import { toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { tellOwner } from "./tell-owner";

const scope = systemScope("owners' tasks");
/** A review is announced so many days before it is due. */
const REVIEW_AHEAD_DAYS = 14;
/** An end is announced so many days ahead: time enough to write what follows. */
const ENDING_AHEAD_DAYS = 30;
/** Done tasks are kept for so many days. */
const KEEP_DONE_DAYS = 400;
const EVERY_MS = 60 * 60_000;

type Ageing = Awaited<ReturnType<typeof listAgeing>>[number];

/** What is to be done about a document on a day. Pure. */
export function occasionsOf(document: Ageing, today: string): TaskOccasion[] {
  const { id: documentId, validUntil, successorId } = document;
  const occasions: TaskOccasion[] = [];
  const hasEnded = validUntil !== null && validUntil < today;
  if (document.reviewMonths !== null && !hasEnded && successorId === null) {
    const dueOn = addMonths(document.reviewedOn ?? document.validFrom ?? dayOf(document.createdAt.getTime()), document.reviewMonths);
    if (dueOn <= addDays(today, REVIEW_AHEAD_DAYS)) occasions.push({ kind: "review", documentId, dueOn, key: `review:${documentId}:${dueOn}` });
  }
  if (validUntil !== null && successorId === null && validUntil >= addDays(today, -ENDING_AHEAD_DAYS) && validUntil <= addDays(today, ENDING_AHEAD_DAYS)) {
    occasions.push({ kind: "expiring", documentId, dueOn: validUntil, key: `expiring:${documentId}:${validUntil}` });
  }
  return occasions;
}

/** @returns tasks opened and taken back */
export async function sweepTasks(db: Database, clock: Clock): Promise<{ opened: number; withdrawn: number }> {
  const today = dayOf(clock.now());
  const ageing = await listAgeing(db, scope);
  // A document with two successors comes twice; its occasions are the same.
  const occasions = new Map(ageing.flatMap((document) => occasionsOf(document, today)).map((occasion) => [occasion.key, occasion]));
  const known = await listOpenTasks(db, scope, ["review", "expiring"]);
  const gone = known.filter(({ key }) => !occasions.has(key));
  await withdrawTasks(db, scope, gone.map(({ id }) => id));
  let opened = 0;
  for (const occasion of occasions.values()) {
    const task = await openTask(db, scope, occasion);
    if (!task.isNew) continue;
    opened++;
    await tellOwner(db, { taskId: task.id, assigneeId: task.assigneeId, kind: occasion.kind });
  }
  await forgetTasks(db, scope, new Date(clock.now() - KEEP_DONE_DAYS * 86_400_000));
  return { opened, withdrawn: gone.length };
}

/** Looks now and every hour. @returns a function that ends it, and waits for a look that is under way */
export function startSweeping(db: Database, clock: Clock): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running.then(() => sweepTasks(db, clock)).catch((error: unknown) => console.error(`owners' tasks were not brought up to date: ${toAppError(error).code}`));
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
