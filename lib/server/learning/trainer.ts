/**
 * @file Trainer: claims the run that waits, takes the snapshot, lets a child process learn and judge, stores the version. One
 * run at a time; what serves is never touched. A run whose process dies is tried again, then marked failed with the reason.
 */
import path from "node:path";
import { listSnapshotLabels } from "../../../db/queries/learning-snapshots";
import { insertVersion, readServing, type Comparison } from "../../../db/queries/model-versions";
import { claimRun, failRun, finishRun, reportRun, requeueRun, setRunInputs, type RunProgress, type TrainingRunRow } from "../../../db/queries/training-runs";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import type { CurvePoint, RunFailure } from "../../contracts/learning";
import type { Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { ModelVersionId, SnapshotId } from "../../core/types";
import type { LocalEncoder } from "../../runtime/encoder";
import type { ReadSide } from "../read-side";
import type { TrainingInput, TrainingLabel, TrainingResult } from "./protocol";
import { searchedPassages } from "./searched";
import type { Serving } from "./serving";
import { takeSnapshot } from "./snapshot";
import { tellOfVersion } from "./tell";
import { startTraining, type RunningTraining, type TrainerProcessOptions } from "./trainer-process";

const scope = systemScope("training run");
const SEED = 7;

export interface TrainerParts {
  readonly db: Database;
  readonly encoder: LocalEncoder;
  readonly readSide: ReadSide;
  readonly serving: Serving;
  readonly clock: Clock;
  /** Unique among live processes. */
  readonly name: string;
  readonly process: TrainerProcessOptions;
}

export interface Trainer {
  /** There may be a run to do. */
  wake(): void;
  /** The run that this process works on stops at once, if it was cancelled in the database. */
  look(): Promise<void>;
  /** Puts the running one back and ends. */
  close(): Promise<void>;
}

export function createTrainer(parts: TrainerParts): Trainer {
  let working: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let current: Attempt | null = null;
  const loop = async () => {
    do {
      again = false;
      for (let run = await claim(parts); run && !closed; run = await claim(parts)) {
        if (run.attempts > LEARNING.maxAttempts) {
          await failRun(parts.db, scope, { id: run.id, worker: parts.name, failure: tooOften(run.attempts - 1) });
          continue;
        }
        current = createAttempt(parts, run);
        await current.work(() => closed);
        current = null;
      }
    } while (again && !closed);
  };
  return {
    wake() {
      again = true;
      if (closed || working) return;
      working = loop()
        .catch((error: unknown) => console.error(`training: ${toAppError(error).message}`))
        .finally(() => (working = null));
    },
    look: async () => current?.beat(),
    async close() {
      closed = true;
      current?.stop();
      await working;
    },
  };
}

/** A run that takes its whole server down is not tried for ever. */
function tooOften(attempts: number): RunFailure {
  return { code: "train/failed", message: `Training was begun ${attempts} times and each time the server ended before it was done. What serves is unchanged. Look at the server's memory and log, then train again.` };
}

function claim({ db, name, clock }: TrainerParts): Promise<TrainingRunRow | null> {
  const now = clock.now();
  return claimRun(db, scope, { worker: name, now: new Date(now), leaseUntil: new Date(now + LEARNING.leaseMs) });
}

interface Attempt {
  work(isClosing: () => boolean): Promise<void>;
  beat(): Promise<void>;
  stop(): void;
}

function createAttempt(parts: TrainerParts, run: TrainingRunRow): Attempt {
  const { db, clock, name } = parts;
  const curve: CurvePoint[] = [];
  let progress: RunProgress = { stage: "read", step: 0, steps: null, etaSeconds: null, curve };
  let child: RunningTraining | null = null;
  const began = clock.now();

  const beat = async () => {
    const isOurs = await reportRun(db, scope, { id: run.id, worker: name, leaseUntil: new Date(clock.now() + LEARNING.leaseMs), progress });
    if (!isOurs) child?.cancel();
  };
  const learn = async () => {
    const snapshot = await takeSnapshot(parts);
    const parentId = (await readServing(db, scope)).versionId;
    await setRunInputs(db, scope, run.id, { snapshotId: snapshot.id, parentId });
    const versionId = newId<ModelVersionId>();
    const input = await inputOf(parts, { snapshotId: snapshot.id, parentId, versionId });
    child = startTraining(run.id, input, parts.process, ({ stage, step, steps, point }) => {
      if (point) curve.push(point);
      const elapsed = (clock.now() - began) / 1000;
      // The search ends with its budget; what comes before and after takes seconds.
      const etaSeconds = stage === "train" ? Math.max(1, Math.round(LEARNING.budgetMs / 1000 - elapsed)) : null;
      progress = { stage, step, steps, etaSeconds, curve: [...curve] };
    });
    const result = await child.result;
    await store(parts, { run, snapshotId: snapshot.id, parentId, versionId, result });
  };

  return {
    beat,
    stop: () => child?.cancel(),
    async work(isClosing) {
      const pulse = setInterval(() => void beat().catch((error: unknown) => console.error(`training: ${toAppError(error).message}`)), LEARNING.heartbeatMs);
      try {
        await learn();
      } catch (thrown) {
        const error = toAppError(thrown);
        if (isClosing()) await requeueRun(db, scope, { id: run.id }, { countTry: false });
        else if (error.code === "job/worker-died" && run.attempts < LEARNING.maxAttempts) await requeueRun(db, scope, { id: run.id }, { countTry: true });
        else if (error.code !== "job/cancelled") {
          if (error.code.startsWith("internal/")) console.error(`training failed: ${error.message}`);
          await failRun(db, scope, { id: run.id, worker: name, failure: { code: error.code, message: error.userMessage } });
        }
      } finally {
        clearInterval(pulse);
      }
    },
  };
}

async function inputOf({ db, readSide, serving, encoder, clock }: TrainerParts, made: { snapshotId: SnapshotId; parentId: ModelVersionId | null; versionId: ModelVersionId }): Promise<TrainingInput> {
  const labels = await listSnapshotLabels(db, scope, made.snapshotId);
  const passages = searchedPassages(readSide, dayOf(clock.now()));
  return {
    version: made.versionId,
    labels: labels.flatMap(({ itemId, query, chunkId, relevance, weight, split }): TrainingLabel[] => (chunkId === null ? [] : [{ itemId, query, chunkId, relevance, weight, split }])),
    unanswerable: labels.flatMap(({ itemId, query, chunkId, weight, split }) => (chunkId === null ? [{ itemId, query, weight, split }] : [])),
    passages,
    vectors: passages.map((passage) => readSide.knowledge.vectorOf(passage.id) ?? new Float32Array(encoder.dimension)),
    champion: await serving.versionOf(made.parentId),
    seed: SEED,
    budgetMs: LEARNING.budgetMs,
  };
}

interface Finished {
  readonly run: TrainingRunRow;
  readonly snapshotId: SnapshotId;
  readonly parentId: ModelVersionId | null;
  readonly versionId: ModelVersionId;
  readonly result: TrainingResult;
}

/** Version, comparisons and the run's end together, or nothing: a run that was cancelled leaves no version. */
async function store({ db, encoder, name }: TrainerParts, { run, snapshotId, parentId, versionId, result }: Finished): Promise<void> {
  const { gate, recipe, curve, artefact, changes } = result;
  const tested = changes.filter(({ split }) => split === "test").map(({ itemId, before, after }): Comparison => ({ itemId, before, after }));
  await db.transaction(async (tx) => {
    if (!(await finishRun(tx, scope, { id: run.id, worker: name, versionId }))) return;
    const bytes = Uint8Array.from(artefact);
    const number = await insertVersion(tx, scope, { id: versionId, parentId, snapshotId, encoderVersion: encoder.version, verdict: gate.verdict, gate, recipe: { ...recipe }, curve: [...curve], artefact: bytes, sha256: sha256(bytes) }, tested);
    await tellOfVersion(tx, run, { number, verdict: gate.verdict });
  });
}

/** Where inputs and the general set lie. */
export const trainingFolder = (dataRoot: string): string => path.join(dataRoot, "training");
