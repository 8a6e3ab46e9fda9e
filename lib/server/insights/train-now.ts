/** @file Training asked for, and called off, by an HR lead. */
import { cancelInsightRun, queueInsightRun } from "../../../db/queries/insight-runs";
import { USES_OF_KIND, type InsightKind } from "../../contracts/insights";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { findInsightTable } from "../../../db/queries/insight-tables";
import { record } from "../audit/record";
import { authorise } from "../policy";
import type { Services } from "../services";
import { requireInsights } from "./approval";

/**
 * @returns the run; the one of this kind that waits or runs already, if there is one
 * @throws AppError "insights/off", "request/not-found"; "request/invalid" when the table is not mapped, or for something else
 */
export async function trainInsight({ db, insights }: Pick<Services, "db" | "insights">, actor: Actor, request: { kind: InsightKind; tableId: string }): Promise<string> {
  authorise(actor, "insights:manage");
  await requireInsights(db);
  const table = await findInsightTable(db, scopeOf(actor), request.tableId);
  if (!table) throw new AppError("request/not-found", "no such table");
  if (table.mappedAt === null) throw new AppError("request/invalid", "the table is not mapped", { userMessage: "Say what the table’s columns mean first." });
  if (!USES_OF_KIND[request.kind].includes(table.use)) throw new AppError("request/invalid", "the table is for something else", { userMessage: "This table was imported for something else. Choose another one." });
  const id = await db.transaction(async (tx) => {
    const run = await queueInsightRun(tx, scopeOf(actor), { kind: request.kind, datasetId: table.id });
    if (run.isNew) await record(tx, actor, { action: "insights.training-started", object: { kind: "insight", id: run.id }, facts: { of: request.kind } });
    return run.id;
  });
  insights.wake();
  return id;
}

/** @throws AppError "request/conflict" when it has ended already */
export async function cancelInsight({ db, insights }: Pick<Services, "db" | "insights">, actor: Actor, id: string): Promise<void> {
  authorise(actor, "insights:manage");
  await db.transaction(async (tx) => {
    const kind = await cancelInsightRun(tx, scopeOf(actor), id);
    if (kind === null) throw new AppError("request/conflict", `run ${id} has ended`, { userMessage: "This training has ended already." });
    await record(tx, actor, { action: "insights.training-cancelled", object: { kind: "insight", id }, facts: { of: kind } });
  });
  insights.wake();
}
