/** @file Which version is shown: promoted by the HR lead (a refused one only with a written reason), or rolled back; with audit line. */
import { findInsightVersion, putInsightServing, readInsightServing, servingInsight } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import type { InsightKind } from "../../contracts/insights";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { LEAST_REASON } from "../learning/promote";
import { authorise } from "../policy";

/** @throws AppError "request/not-found"; "request/conflict" when it is shown already; "registry/refused" without a reason */
export async function promoteInsightVersion(db: Database, actor: Actor, request: { kind: InsightKind; id: string; reason: string }): Promise<number> {
  authorise(actor, "insights:manage");
  const scope = scopeOf(actor);
  return db.transaction(async (tx) => {
    const version = await findInsightVersion(tx, scope, request);
    if (!version) throw new AppError("request/not-found", "no such version");
    const from = await servingInsight(tx, scope, request.kind);
    if (from?.id === version.id) throw new AppError("request/conflict", "it is in use", { userMessage: `Version ${version.number} is in use already.` });
    if (version.verdict === "refused" && request.reason.length < LEAST_REASON) {
      throw new AppError("registry/refused", `version ${version.number} was refused by its gate`, { userMessage: `The gate refused version ${version.number}. To use it all the same, write down why (at least ${LEAST_REASON} characters); the reason is kept in the audit log.` });
    }
    await putInsightServing(tx, scope, { kind: request.kind, versionId: version.id, previousId: from?.id ?? null, event: "promoted", version: version.number, from: from?.number ?? 0, reason: request.reason });
    await record(tx, actor, { action: "insights.promoted", object: { kind: "insight", id: version.id }, facts: { of: request.kind, version: version.number, from: from?.number ?? 0, verdict: version.verdict, reason: request.reason } });
    return version.number;
  });
}

/** Back to what was shown before. @throws AppError "request/conflict" when there is nothing to go back to */
export async function rollBackInsight(db: Database, actor: Actor, kind: InsightKind): Promise<number> {
  authorise(actor, "insights:manage");
  const scope = scopeOf(actor);
  return db.transaction(async (tx) => {
    const { previousId } = await readInsightServing(tx, scope, kind);
    const [from, to] = [await servingInsight(tx, scope, kind), previousId === null ? null : await findInsightVersion(tx, scope, { kind, id: previousId })];
    if (!to) throw new AppError("request/conflict", "there is nothing to roll back to", { userMessage: "There is no earlier version to go back to." });
    await putInsightServing(tx, scope, { kind, versionId: to.id, previousId: null, event: "rolled-back", version: to.number, from: from?.number ?? 0, reason: "" });
    await record(tx, actor, { action: "insights.rolled-back", object: { kind: "insight", id: to.id }, facts: { of: kind, version: to.number, from: from?.number ?? 0 } });
    return to.number;
  });
}
