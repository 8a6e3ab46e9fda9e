/**
 * @file Promotion and rollback: one row changes, with its event and its audit line, in one transaction. better → promoted;
 * provisional → on trial; refused → on trial, and only with a written reason. Questions under way keep their version.
 */
import { findVersion, listModelEvents, lockServing, putServing, type ModelVersionRow, type ServingChange, type ServingRow } from "../../../db/queries/model-versions";
import type { Database } from "../../../db/client";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope, type Scope, type SystemScope } from "../../core/scope";
import type { Actor, EncoderVersion, ModelVersionId } from "../../core/types";
import { record, type AuditSubject } from "../audit/record";
import { servedBefore } from "./served-before";

const scope = systemScope("promotion");
/** A reason that can be understood later has at least so many characters. */
export const LEAST_REASON = 15;

export interface PromotionServices {
  readonly db: Database;
  readonly encoder: { readonly version: EncoderVersion };
}

/** Somebody who may, or the command line of the machine itself. */
export type Promoter = Actor | SystemScope;

const scopeFor = (by: Promoter): Scope => ("type" in by ? by : scopeOf(by));

export interface Promotion {
  readonly version: ModelVersionRow;
  readonly onTrial: boolean;
}

export interface PromotionRequest {
  /** The version's id or number. */
  readonly id: string;
  /** Empty, or why although the gate refused it. */
  readonly reason: string;
}

/**
 * Lets it serve now. One with an encoder of its own must have its index: promote-version.ts sees to that.
 *
 * @throws AppError "request/not-found"; "request/conflict" when it serves already; "registry/unusable" when it was learned with
 *   another encoder; "registry/refused" when the gate refused it and no reason is written
 */
export async function promote({ db, encoder }: PromotionServices, by: Promoter, request: PromotionRequest): Promise<Promotion> {
  return db.transaction(async (tx) => {
    const from = await lockServing(tx, scope);
    const { version, isTrialKept } = await promotable({ db: tx, encoder }, from, request);
    const onTrial = !isTrialKept && needsTrial(version, from);
    const change: ServingChange = isTrialKept
      ? { kind: "trial-passed", versionId: version.id, previousId: from.previousId, onTrial: false, reason: request.reason }
      : { kind: onTrial ? "put-on-trial" : "promoted", versionId: version.id, previousId: from.versionId, onTrial, reason: request.reason };
    await putServing(tx, scopeFor(by), change, from);
    const object = { kind: "model" as const, id: version.id };
    if (isTrialKept) await record(tx, by, { action: "model.trial-passed", object, facts: { version: version.number } });
    else await record(tx, by, { action: "model.promoted", object, facts: { version: version.number, from: await numberOf(tx, from.versionId), verdict: version.verdict, trial: onTrial, reason: request.reason } });
    return { version, onTrial };
  });
}

/** @throws as `promote` */
export async function promotable({ db, encoder }: PromotionServices, from: ServingRow, request: PromotionRequest): Promise<{ version: ModelVersionRow; isTrialKept: boolean }> {
  const version = await findVersion(db, scope, request.id);
  if (!version) throw new AppError("request/not-found", `there is no version ${request.id}`);
  if (version.encoderVersion !== encoder.version) throw unusable(version);
  const isTrialKept = from.versionId === version.id && from.onTrial;
  if (from.versionId === version.id && !from.onTrial) throw new AppError("request/conflict", `version ${version.number} serves already`, { userMessage: `Version ${version.number} is in use already.` });
  if (version.verdict === "refused" && request.reason.length < LEAST_REASON) throw refused(version);
  return { version, isTrialKept };
}

/** What was not shown to be better than exactly what serves now proves itself on trial; what served before has done so. */
function needsTrial(version: ModelVersionRow, from: ServingRow): boolean {
  if (version.id === from.previousId) return false;
  return version.verdict !== "better" || version.parentId !== from.versionId;
}

/**
 * Back to what served before, at once.
 *
 * @param request.because "trial-failed": by itself, thumbs down had risen
 * @throws AppError "request/conflict" when the version as shipped serves, or something else than `request.only`
 */
export async function rollBack(db: Database, subject: Promoter | "by-itself", request: { reason: string; only?: ModelVersionId } = { reason: "" }): Promise<number> {
  return db.transaction(async (tx) => {
    const from = await lockServing(tx, scope);
    if (from.versionId === null || (request.only !== undefined && from.versionId !== request.only)) {
      throw new AppError("request/conflict", "there is nothing to roll back", { userMessage: "The version as shipped is in use: there is nothing to go back to." });
    }
    const isAutomatic = subject === "by-itself";
    const change: ServingChange = { kind: isAutomatic ? "rolled-back-by-itself" : "rolled-back", versionId: from.previousId, previousId: await beforeThat(tx, from.previousId), onTrial: false, reason: request.reason };
    await putServing(tx, isAutomatic ? scope : scopeFor(subject), change, from);
    const version = await numberOf(tx, from.previousId);
    const by: AuditSubject = isAutomatic ? systemScope("trial of a version") : subject;
    await record(tx, by, { action: "model.rolled-back", object: { kind: "model", id: from.previousId }, facts: { version, from: await numberOf(tx, from.versionId), automatic: isAutomatic } });
    return version;
  });
}

/** A trial that thumbs did not speak against. */
export async function passTrial(db: Database, only: ModelVersionId): Promise<void> {
  await db.transaction(async (tx) => {
    const from = await lockServing(tx, scope);
    if (from.versionId !== only || !from.onTrial) return;
    await putServing(tx, scope, { kind: "trial-passed", versionId: only, previousId: from.previousId, onTrial: false, reason: "" }, from);
    await record(tx, systemScope("trial of a version"), { action: "model.trial-passed", object: { kind: "model", id: only }, facts: { version: await numberOf(tx, only) } });
  });
}

async function beforeThat(db: Database, id: ModelVersionId | null): Promise<ModelVersionId | null> {
  return id === null ? null : servedBefore(await listModelEvents(db, scope, 1000), id);
}

async function numberOf(db: Database, id: ModelVersionId | null): Promise<number> {
  return id === null ? 0 : ((await findVersion(db, scope, id))?.number ?? 0);
}

function unusable({ number, encoderVersion }: ModelVersionRow): AppError {
  return new AppError("registry/unusable", `version ${number} was learned on ${encoderVersion}`, { userMessage: `Version ${number} was learned with another encoder (${encoderVersion}) and cannot be used with this one. Train again: the labels are kept.` });
}

function refused({ number }: ModelVersionRow): AppError {
  return new AppError("registry/refused", `version ${number} was refused by its gate`, { userMessage: `The gate refused version ${number}. To use it all the same, write down why (at least ${LEAST_REASON} characters); the reason is kept in the audit log.` });
}
