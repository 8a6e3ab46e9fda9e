/** @file Labels that HR leads gave the comments of an imported table; a comment is named by the hash of its text. */
import { and, eq, notInArray } from "drizzle-orm";
import type { LabelField } from "../../lib/contracts/insights-words";
import type { ActorScope, Scope } from "../../lib/core/scope";
import type { Database } from "../client";
import { insightLabels } from "../schema";

const ofComment = ({ tableId, field, comment }: { tableId: string; field: LabelField; comment: string }) => and(eq(insightLabels.datasetId, tableId), eq(insightLabels.field, field), eq(insightLabels.comment, comment));

/** @returns comment → label */
export async function listInsightLabels(db: Database, _scope: Scope, { tableId, field }: { tableId: string; field: LabelField }): Promise<Map<string, string>> {
  const rows = await db.select({ comment: insightLabels.comment, label: insightLabels.label }).from(insightLabels).where(and(eq(insightLabels.datasetId, tableId), eq(insightLabels.field, field)));
  return new Map(rows.map(({ comment, label }) => [comment, label]));
}

/** The last one counts. */
export async function putInsightLabel(db: Database, scope: ActorScope, label: { tableId: string; field: LabelField; comment: string; label: string }): Promise<void> {
  const { tableId, ...said } = label;
  const now = { label: label.label, labelledBy: scope.userId, at: new Date() };
  await db.insert(insightLabels).values({ datasetId: tableId, ...said, ...now }).onConflictDoUpdate({ target: [insightLabels.datasetId, insightLabels.field, insightLabels.comment], set: now });
}

export async function dropInsightLabel(db: Database, _scope: ActorScope, which: { tableId: string; field: LabelField; comment: string }): Promise<void> {
  await db.delete(insightLabels).where(ofComment(which));
}

/** Labels of comments that are no longer in the table go. @param comments those that are */
export async function keepInsightLabelsOf(db: Database, _scope: Scope, { tableId, comments }: { tableId: string; comments: readonly string[] }): Promise<void> {
  await db.delete(insightLabels).where(comments.length === 0 ? eq(insightLabels.datasetId, tableId) : and(eq(insightLabels.datasetId, tableId), notInArray(insightLabels.comment, [...comments])));
}
