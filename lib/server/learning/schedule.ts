/**
 * @file Schedule: training by number of new labels, by the clock, or both; off until an HR lead switches it on. Kept with the
 * installation's settings.
 */
import { Cron } from "croner";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { listSnapshots } from "../../../db/queries/learning-snapshots";
import { listRuns, queueRun } from "../../../db/queries/training-runs";
import type { Database } from "../../../db/client";
import { schedule as scheduleForm, type Schedule } from "../../contracts/learning";
import type { Clock } from "../../core/clock";
import { AppError, toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { readLabels } from "../review/labels";

const scope = systemScope("training schedule");
const KEY = "learning.schedule";
const OFF: Schedule = { everyLabels: null, cron: null };

export async function readSchedule(db: Database): Promise<Schedule> {
  const stored = await getSetting(db, scope, KEY);
  return stored === null ? OFF : scheduleForm.parse(JSON.parse(stored));
}

/** @throws AppError "request/invalid" when the cron expression cannot be read, or never comes */
export async function putSchedule(db: Database, actor: Actor, wanted: Schedule): Promise<void> {
  if (wanted.cron !== null && nextTime(wanted.cron, Date.now()) === null) throw invalid(wanted.cron, "it never comes");
  await db.transaction(async (tx) => {
    await putSetting(tx, scope, { key: KEY, value: JSON.stringify(wanted) });
    await record(tx, actor, { action: "model.schedule-changed", object: { kind: "model", id: null }, facts: { everyLabels: wanted.everyLabels, cron: wanted.cron } });
  });
}

/** @param cron five fields, local time @returns null when it never comes again @throws AppError "request/invalid" */
export function nextTime(cron: string, afterMs: number): Date | null {
  try {
    return new Cron(cron, { mode: "5-part", paused: true }).nextRun(new Date(afterMs));
  } catch (cause) {
    throw invalid(cron, toAppError(cause).message);
  }
}

function invalid(cron: string, why: string): AppError {
  return new AppError("request/invalid", `cron expression refused: ${why}`, { userMessage: `“${cron}” is no time that can be planned (${why}). Write five fields: minute, hour, day, month, weekday; “0 3 * * *” is every night at three.` });
}

/** Labels that no snapshot holds yet, at least: those given after the newest one. */
export async function newLabels(db: Database): Promise<number> {
  const [newest] = await listSnapshots(db, scope);
  return (await readLabels(db, scope)).filter(({ at }) => !newest || at > newest.createdAt).length;
}

/** Queues a run when it is time. @returns whether it did */
export async function followSchedule(db: Database, clock: Clock): Promise<boolean> {
  const { everyLabels, cron } = await readSchedule(db);
  if (everyLabels === null && cron === null) return false;
  // A promotion's index is no training.
  const last = (await listRuns(db, scope, 10)).find(({ kind }) => kind !== "index");
  const isDue = cron !== null && isPast(cron, last?.createdAt ?? null, clock);
  // Without a new label a run would only repeat the last one.
  const fresh = await newLabels(db);
  const isFull = everyLabels !== null && fresh >= everyLabels;
  if (fresh === 0 || !(isDue || isFull) || last?.state === "queued" || last?.state === "running") return false;
  // Failed or called off before it took its snapshot: the labels still count as new.
  const isRefused = last?.state === "failed" || last?.state === "cancelled";
  if (!isDue && isRefused && clock.now() - last.createdAt.getTime() < RETRY_MS) return false;
  const { isNew } = await queueRun(db, scope, { trigger: "schedule" });
  if (isNew) await record(db, scope, { action: "model.training-started", object: { kind: "model", id: null }, facts: { by: "schedule" } });
  return isNew;
}

/** A run that the number of labels asked for, and that failed or was called off, is not asked for again at once. */
const RETRY_MS = 86_400_000;
/** A time that has gone by while the server was off is made up for within this. */
const MAKE_UP_MS = 86_400_000;

function isPast(cron: string, lastRun: Date | null, clock: Clock): boolean {
  const from = Math.max(lastRun?.getTime() ?? 0, clock.now() - MAKE_UP_MS);
  const next = nextTime(cron, from);
  return next !== null && next.getTime() <= clock.now();
}
