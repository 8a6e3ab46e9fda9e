/**
 * @file Plans are solved in a process of their own, one after another, so that the server answers meanwhile. Started by the first
 * plan, let go after some minutes without one. A process that dies is tried once more; one that takes too long is ended.
 */
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { AppError, isAppError } from "../../core/errors";
import { createChildCalls, type ChildCalls } from "../child-calls";
import type { PlannerAnswers, PlannerCall, PlannerKind, PlannerQuestions } from "./planner-protocol";
import { growthTaxonomy } from "./taxonomy";

/** Of a whole call: "fastest" solves some seven times. The solver's own limits end most of it before that. */
const CALL_LIMIT_MS = 60_000;
const IDLE_MS = 300_000;
/** JavaScript heap, MB; the solver's memory (up to 200 MB for 2,000 courses) lies outside. */
const HEAP_MB = 512;

export interface PlannerProcess {
  /** @throws AppError "request/invalid", "request/too-large", "internal/unknown" when the process died twice */
  ask<K extends PlannerKind>(kind: K, question: PlannerQuestions[K], timeLimitMs: number): Promise<PlannerAnswers[K]>;
  close(): void;
}

export interface PlannerProcessOptions {
  /** The child's program; another one only in tests. */
  readonly entry?: string;
  readonly limitMs?: number;
}

export function createPlannerProcess({ entry = path.join(projectRoot(), "lib", "server", "growth", "planner-child.ts"), limitMs = CALL_LIMIT_MS }: PlannerProcessOptions = {}): PlannerProcess {
  let child: ChildCalls<PlannerCall, unknown> | null = null;
  let taxonomy = growthTaxonomy();
  const current = (): ChildCalls<PlannerCall, unknown> => {
    // It reads the company's skills when it starts: after an import another one does.
    if (taxonomy !== growthTaxonomy()) {
      child?.close();
      child = null;
      taxonomy = growthTaxonomy();
    }
    child ??= createChildCalls({ entry, settings: {}, howToRun: { execArgv: ["--import", "tsx", `--max-old-space-size=${HEAP_MB}`] }, what: "planning", limitMs, tooLong, idleMs: IDLE_MS, restartAfterFailure: false });
    return child;
  };
  return {
    async ask<K extends PlannerKind>(kind: K, question: PlannerQuestions[K], timeLimitMs: number) {
      const call = { kind, timeLimitMs, ...question } as unknown as PlannerCall;
      const again = (error: unknown) => {
        // Also one that was let go under it, for a new taxonomy.
        if (isAppError(error) && (error.code === "job/worker-died" || error.code === "job/cancelled")) return current().call(call);
        throw error;
      };
      return (await current().call(call).catch(again).catch(failed)) as PlannerAnswers[K];
    },
    close: () => child?.close(),
  };
}

const tooLong = () => new AppError("request/too-large", `planning took longer than ${CALL_LIMIT_MS} ms`, { userMessage: "No plan was found in time. Narrow it down: a nearer deadline, fewer kinds of step, or a smaller target." });

function failed(error: unknown): never {
  if (isAppError(error) && error.code === "job/worker-died") throw new AppError("internal/unknown", error.message, { cause: error, userMessage: "The plan could not be worked out just now. Try again." });
  throw error;
}

const KEY = Symbol.for("cadre.planner");
type Holder = { [KEY]?: PlannerProcess };

/** One per server: Next compiles several copies of this file. */
export const plannerProcess = (): PlannerProcess => ((globalThis as Holder)[KEY] ??= createPlannerProcess());
