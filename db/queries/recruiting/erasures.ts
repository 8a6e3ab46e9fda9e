/** @file Receipts of erasure: written once; read by whoever may erase. */
import { desc } from "drizzle-orm";
import type { ErasureReceipt } from "../../../lib/contracts/recruiting";
import type { Scope } from "../../../lib/core/scope";
import type { UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { erasures } from "../../schema";

export async function insertErasure(db: Database, _scope: Scope, erasure: { id: string; receipt: ErasureReceipt; sha256: string; byId: UserId | null; at: Date; demo: boolean }): Promise<void> {
  await db.insert(erasures).values(erasure);
}

/** Newest first. */
export async function listErasures(db: Database, _scope: Scope, limit: number): Promise<{ id: string; receipt: ErasureReceipt; sha256: string; at: Date }[]> {
  return db.select({ id: erasures.id, receipt: erasures.receipt, sha256: erasures.sha256, at: erasures.at }).from(erasures).orderBy(desc(erasures.at)).limit(limit);
}
