/**
 * @file On and off: people insights run only under a recorded approval. Enabling records purpose, legal basis, consultation, who
 * approved and when; disabling removes every table, version and figure, and keeps the record.
 */
import { addApproval, approvalInForce, endApproval, listFormerApprovals, type ApprovalRow } from "../../../db/queries/insight-approvals";
import { deleteAllInsights } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import type { ApprovalRequest, ApprovalView } from "../../contracts/insights";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";

const system = systemScope("people insights");

/** Whether an approval is in force. */
export async function insightsOn(db: Database): Promise<boolean> {
  return (await approvalInForce(db, system)) !== null;
}

/** @throws AppError "insights/off" */
export async function requireInsights(db: Database): Promise<void> {
  if (!(await insightsOn(db))) throw new AppError("insights/off", "no approval is in force");
}

/**
 * @throws AppError "request/invalid" for an approval of a day to come; "request/conflict" when one is in force; "policy/forbidden";
 *   "data/unavailable" without an audit line
 */
export async function enableInsights(db: Database, actor: Actor, request: ApprovalRequest, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "insights:manage");
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  if (request.approvedOn > today) throw new AppError("request/invalid", "approved on a day to come", { userMessage: "The day of the approval is still to come. Insights can be switched on once it has been given." });
  await db.transaction(async (tx) => {
    const id = await addApproval(tx, scopeOf(actor), request);
    if (id === null) throw new AppError("request/conflict", "an approval is in force already", { userMessage: "People insights are on already." });
    await record(tx, actor, { action: "insights.enabled", object: { kind: "insight", id }, facts: { approval: id } }, clock);
  });
}

/**
 * Ends the approval and removes what was imported and trained; runs that are under way find theirs gone.
 * @throws AppError "insights/off"; "policy/forbidden"; "data/unavailable" without an audit line
 */
export async function disableInsights(db: Database, actor: Actor, clock: Clock = systemClock): Promise<{ tables: number; versions: number }> {
  authorise(actor, "insights:manage");
  return db.transaction(async (tx) => {
    if (!(await endApproval(tx, scopeOf(actor), new Date(clock.now())))) throw new AppError("insights/off", "no approval is in force");
    const removed = await deleteAllInsights(tx, scopeOf(actor));
    await record(tx, actor, { action: "insights.disabled", object: { kind: "insight", id: null }, facts: removed }, clock);
    return removed;
  });
}

export async function approvals(db: Database): Promise<{ approval: ApprovalView | null; former: ApprovalView[] }> {
  const inForce = await approvalInForce(db, system);
  return { approval: inForce && view(inForce), former: (await listFormerApprovals(db, system)).map(view) };
}

function view(row: ApprovalRow): ApprovalView {
  const { id, purpose, legalBasis, consultation, approvedBy, approvedOn, enabledAt, endedAt, enabledByName, endedByName } = row;
  return { id, purpose, legalBasis, consultation, approvedBy, approvedOn, enabledBy: enabledByName, enabledAt: enabledAt.toISOString(), endedBy: endedByName, endedAt: endedAt?.toISOString() ?? null };
}
