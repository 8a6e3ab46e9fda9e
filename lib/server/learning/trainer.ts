/**
 * @file Trainer: claims the run that waits and works on it: learns a version (learn.ts) or builds a version's index and lets it
 * take over (build-index.ts). One run at a time; what serves is not touched by learning. A run whose process dies is tried again, then
 * marked failed with the reason. While the learning module is off nothing is begun, and what runs goes back into the line.
 */
import path from "node:path";
import { claimRun, failRun, reportRun, requeueRun, type RunProgress, type TrainingRunRow } from "../../../db/queries/training-runs";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import type { RunFailure } from "../../contracts/learning";
import type { Clock } from "../../core/clock";
import { toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { LocalEncoder } from "../../runtime/encoder";
import { isModuleOn } from "../modules/state";
import type { ReadSide } from "../read-side";
import { buildIndex } from "./build-index";
import { learn } from "./learn";
import type { Serving } from "./serving";
import type { Spaces } from "./spaces";
import type { TrainerProcessOptions } from "./trainer-process";

const scope = systemScope("training run");

export interface TrainerParts {
  readonly db: Database;
  readonly encoder: LocalEncoder;
  readonly readSide: ReadSide;
  readonly serving: Serving;
  readonly spaces: Spaces;
  readonly clock: Clock;
  /** Unique among live processes. */
  readonly name: string;
  readonly process: TrainerProcessOptions;
}

/** What a run is given by whoever works on it. */
export interface RunControl {
  /** Aborted when the run was called off, or this process ends. */
  readonly signal: AbortSignal;
  /** What changed of its progress; written down with the next heartbeat. */
  readonly report: (progress: Partial<RunProgress>) => void;
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
  const next = async () => (closed ? null : claim(parts));
  const loop = async () => {
    do {
      again = false;
      // Asked before each claim: what a closing trainer has just put back must stay in the queue.
      for (let run = await next(); run; run = await next()) {
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

/** While the module is off what was put in line waits. */
async function claim({ db, name, clock }: TrainerParts): Promise<TrainingRunRow | null> {
  if (!(await isModuleOn(db, "learning"))) return null;
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
  const stopping = new AbortController();
  let progress: RunProgress = { stage: run.kind === "index" ? "embed" : "read", step: 0, steps: null, etaSeconds: null, curve: [] };
  let isSwitchedOff = false;
  const beat = async () => {
    isSwitchedOff = !(await isModuleOn(db, "learning"));
    const isOurs = await reportRun(db, scope, { id: run.id, worker: name, leaseUntil: new Date(clock.now() + LEARNING.leaseMs), progress });
    if (!isOurs || isSwitchedOff) stopping.abort();
  };
  const control: RunControl = { signal: stopping.signal, report: (part) => (progress = { ...progress, ...part }) };
  return {
    beat,
    stop: () => stopping.abort(),
    async work(isClosing) {
      const pulse = setInterval(() => void beat().catch((error: unknown) => console.error(`training: ${toAppError(error).message}`)), LEARNING.heartbeatMs);
      try {
        await (run.kind === "index" ? buildIndex(parts, run, control) : learn(parts, run, control));
      } catch (thrown) {
        const error = toAppError(thrown);
        if (isClosing() || isSwitchedOff) await requeueRun(db, scope, { id: run.id }, { countTry: false });
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

/** Where inputs and the general set lie. */
export const trainingFolder = (dataRoot: string): string => path.join(dataRoot, "training");
