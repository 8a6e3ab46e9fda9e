/** @file Training asked for, by an HR lead or on the command line, and called off. */
import { cancelRun, queueRun } from "../../../db/queries/training-runs";
import type { RunKind, TrainingKind } from "../../contracts/learning";
import { AppError } from "../../core/errors";
import { scopeOf, type SystemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { isModuleOn } from "../modules/state";
import { record } from "../audit/record";
import type { Services } from "../services";

/**
 * @param kind "encoder": the encoder's last layers are trained too, which takes minutes
 * @returns the run; the one that waits or runs already, if there is one of this kind
 * @throws AppError "request/conflict" while one of another kind is under way; "request/not-found" while the module is off
 */
export async function startTrainingRun({ db, learning }: Pick<Services, "db" | "learning">, by: Actor | SystemScope, kind: TrainingKind = "ranking"): Promise<string> {
  if (!(await isModuleOn(db, "learning"))) throw new AppError("request/not-found", "the module learning is switched off", { userMessage: "Learning from ratings is switched off. An administrator can switch it on under Settings, Modules." });
  const isCommand = "type" in by;
  const trigger = isCommand ? "command" : "page";
  const { id } = await db.transaction(async (tx) => {
    const run = await queueRun(tx, isCommand ? by : scopeOf(by), { trigger, kind });
    if (run.kind !== kind) throw busyWith(run.kind);
    if (run.isNew) await record(tx, by, { action: "model.training-started", object: { kind: "model", id: run.id }, facts: { by: trigger, ...(kind === "encoder" ? { kind } : {}) } });
    return run;
  });
  learning.wake();
  return id;
}

/** @throws AppError "request/conflict" when it has ended already */
export async function cancelTrainingRun({ db, learning }: Pick<Services, "db" | "learning">, actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await cancelRun(tx, scopeOf(actor), id))) throw new AppError("request/conflict", `run ${id} has ended`, { userMessage: "This training has ended already." });
    await record(tx, actor, { action: "model.training-cancelled", object: { kind: "model", id }, facts: {} });
  });
  learning.wake();
}

const BUSY: Readonly<Record<RunKind, string>> = {
  ranking: "A training is under way. Wait until it has ended, or cancel it.",
  encoder: "The encoder is being trained. Wait until it has ended, or cancel it.",
  index: "The index of a promoted version is being built. Wait until it has taken over, or cancel it.",
};

const busyWith = (kind: RunKind): AppError => new AppError("request/conflict", `a run of kind ${kind} is under way`, { userMessage: BUSY[kind] });
