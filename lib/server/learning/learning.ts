/**
 * @file The learning loop of this process: what serves, the trainer, the schedule, the trial's watch, receipts. Opened with the
 * services; everything it does is safe to lose at any moment, because the database says what serves.
 */
import { readServing } from "../../../db/queries/model-versions";
import { requeueRun } from "../../../db/queries/training-runs";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import type { Clock } from "../../core/clock";
import { toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { ModelVersionId } from "../../core/types";
import type { LocalEncoder } from "../../runtime/encoder";
import type { ReadSide } from "../read-side";
import { isModuleOn } from "../modules/state";
import { watchDrift } from "./drift";
import { writeReceipts } from "./receipts";
import { followSchedule } from "./schedule";
import type { Spaces } from "./spaces";
import type { Serving } from "./serving";
import { createTrainer } from "./trainer";
import { removeInputs, type TrainerProcessOptions } from "./trainer-process";
import { checkTrial } from "./trial";

const scope = systemScope("learning loop");
const DAY_MS = 86_400_000;

export interface LearningParts {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  readonly encoder: LocalEncoder;
  readonly readSide: ReadSide;
  readonly serving: Serving;
  readonly spaces: Spaces;
  readonly clock: Clock;
  readonly name: string;
  readonly process: TrainerProcessOptions;
}

export interface Learning {
  readonly serving: Serving;
  /** A run was queued, or cancelled. */
  wake(): void;
  /** A version began to serve: writes its receipts, one after another, in the background. */
  tell(versionId: ModelVersionId): Promise<number>;
  /** A rating came in: the trial is looked at. */
  onRating(): void;
  close(): Promise<void>;
}

export async function openLearning(parts: LearningParts): Promise<Learning> {
  const { db, clock, serving } = parts;
  // With PGlite no other process can be at work: what runs was interrupted, by a crash, for whoever closes puts it back.
  if (parts.dialect === "pglite") {
    await requeueRun(db, scope, "all-running", { countTry: true });
    await removeInputs(parts.process.folder);
  }
  const trainer = createTrainer(parts);
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch((error: unknown) => console.error(`learning loop: ${toAppError(error).message}`));
    return next;
  };
  const quietly = (work: () => Promise<unknown>): void => void inTurn(work).catch(() => undefined);
  const tell = (versionId: ModelVersionId) => inTurn(() => writeReceipts({ db, readSide: parts.readSide, serving }, versionId));

  let driftSeen = 0;
  const look = async () => {
    // A version on trial is taken back whether the module is on or off: it answers people.
    await checkTrial(db, clock);
    if (!(await isModuleOn(db, "learning"))) return;
    await followSchedule(db, clock);
    if (clock.now() - driftSeen >= DAY_MS) {
      driftSeen = clock.now();
      await watchDrift(db, clock);
    }
    // Also what a crash, or a rating given since, has left untold.
    const { versionId } = await readServing(db, scope);
    if (versionId) await writeReceipts({ db, readSide: parts.readSide, serving }, versionId);
    trainer.wake();
  };
  await serving.current();
  trainer.wake();
  const timer = setInterval(() => quietly(look), LEARNING.lookMs);
  timer.unref();

  return {
    serving,
    wake: () => {
      trainer.wake();
      quietly(() => trainer.look());
    },
    tell,
    onRating: () => quietly(() => checkTrial(db, clock)),
    async close() {
      clearInterval(timer);
      await trainer.close();
      await turn;
      await parts.spaces.close();
    },
  };
}
