/**
 * @file Trial: a version that has not proved itself serves under watch. Its thumbs down are compared with those of what served
 * before (Fisher's exact test, one-sided); when they have risen it is rolled back by itself and HR leads are told. The test is
 * looked at again and again, so it stops a good version somewhat more often than its p says: the cautious side.
 */
import { ratingsOf, readServing, type ServingRow } from "../../../db/queries/model-versions";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import type { TrialView } from "../../contracts/learning";
import type { Clock } from "../../core/clock";
import { isAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { riseInDown } from "./fisher";
import { passTrial, rollBack } from "./promote";
import { tellOfRollback } from "./tell";

const scope = systemScope("trial of a version");
const DAY_MS = 86_400_000;

/** How the trial stands; null when none is on. */
export async function trialOf(db: Database, serving: ServingRow, clock: Clock): Promise<TrialView | null> {
  if (!serving.onTrial || serving.versionId === null || serving.since === null) return null;
  const { since } = serving;
  const before = await ratingsOf(db, scope, serving.previousId, { from: new Date(since.getTime() - LEARNING.trialBeforeDays * DAY_MS), until: since });
  const now = await ratingsOf(db, scope, serving.versionId, { from: since, until: new Date(clock.now() + DAY_MS) });
  return { since: since.toISOString(), before, now, p: riseInDown(before, now), alpha: LEARNING.trialAlpha, least: LEARNING.trialLeast };
}

/** Ends the trial where its ratings say so. @returns what happened */
export async function checkTrial(db: Database, clock: Clock): Promise<"none" | "goes-on" | "rolled-back" | "passed"> {
  const serving = await readServing(db, scope);
  const trial = await trialOf(db, serving, clock);
  if (!trial || serving.versionId === null) return "none";
  const { before, now, p } = trial;
  if (now.rated >= LEARNING.trialLeast && p < LEARNING.trialAlpha) {
    await endByItself(db, { versionId: serving.versionId, reason: `${now.down}/${now.rated} > ${before.down}/${before.rated}, p = ${p.toFixed(4)}` });
    return "rolled-back";
  }
  const days = (clock.now() - Date.parse(trial.since)) / DAY_MS;
  if (now.rated < LEARNING.trialEnough && !(days >= LEARNING.trialDays && now.rated >= LEARNING.trialLeast)) return "goes-on";
  await passTrial(db, serving.versionId);
  return "passed";
}

async function endByItself(db: Database, { versionId, reason }: { versionId: NonNullable<ServingRow["versionId"]>; reason: string }): Promise<void> {
  try {
    await rollBack(db, "by-itself", { reason, only: versionId });
  } catch (error) {
    // Somebody rolled it back at the same moment.
    if (isAppError(error) && error.code === "request/conflict") return;
    throw error;
  }
  await tellOfRollback(db);
}
