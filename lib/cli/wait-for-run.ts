/** @file Waits for a training run, or for a promoted version's index, and says how far it is. */
import { setTimeout as sleep } from "node:timers/promises";
import { findRun, type TrainingRunRow } from "../../db/queries/training-runs";
import { AppError } from "../core/errors";
import type { SystemScope } from "../core/scope";
import type { Services } from "../server/services";

const LOOK_MS = 500;

export interface WaitOptions {
  readonly scope: SystemScope;
  readonly note: (line: string) => void;
}

/**
 * Looks until the run has ended; an interrupt leaves it to be taken up again by the next server.
 *
 * @throws AppError "train/failed" with the run's own reason; "request/not-found" when it is gone
 */
export async function endOfRun({ db }: Pick<Services, "db">, id: string, { scope, note }: WaitOptions): Promise<TrainingRunRow> {
  let said = "";
  for (;;) {
    const run = await findRun(db, scope, id);
    if (!run) throw new AppError("request/not-found", `run ${id} is gone`);
    if (run.state === "done") return run;
    if (run.state === "failed" || run.state === "cancelled") throw new AppError("train/failed", run.failure?.message ?? `the run was ${run.state}`);
    const line = `${run.state === "queued" ? "waiting" : (run.stage ?? "starting")}${run.steps ? ` ${run.step} of ${run.steps}` : ""}`;
    if (line !== said) note(line);
    said = line;
    await sleep(LOOK_MS);
  }
}
