/** @file A reviewer's own progress: today, in all, how fast, how far they agree with others; what undo can still reach. */
import { findOwnWork, listClosedJudgements, listUndoable } from "../../../db/queries/review-judgements";
import type { Database } from "../../../db/client";
import type { Progress } from "../../contracts/review";
import { systemScope, type ActorScope } from "../../core/scope";
import { gradeAgreement } from "../../improvement/trust/agreement";
import { SPEED_OVER } from "./constants";
import { gradeUnits } from "./quality";

const everyone = systemScope("review progress");
/** Items from which on a speed is one. */
const LEAST_TIMED = 3;

/** @param since start of the reviewer's day */
export async function progressOf(db: Database, scope: ActorScope, since: Date): Promise<Progress> {
  const { today, total, skipped, durationsMs } = await findOwnWork(db, scope, { since, last: SPEED_OVER });
  const sorted = [...durationsMs].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  const units = gradeUnits(await listClosedJudgements(db, everyone)).filter((unit) => unit.values.has(scope.userId));
  return {
    today,
    total,
    skipped,
    itemsPerMinute: middle === undefined || sorted.length < LEAST_TIMED ? null : Math.round((60_000 / middle) * 10) / 10,
    agreement: gradeAgreement(units),
    undoable: (await listUndoable(db, scope)).length,
  };
}
