/** @file Receipts of erasure: written once; read by HR leads, and by whoever erased for their own. */
import { and, count, desc, eq, sql, type SQL } from "drizzle-orm";
import type { ErasureReceipt } from "../../../lib/contracts/recruiting";
import type { Scope } from "../../../lib/core/scope";
import type { UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { erasures, users } from "../../schema";

export interface ErasureRow {
  readonly id: string;
  readonly receipt: ErasureReceipt;
  /** SHA-256 of the receipt's canonical JSON as it was when it was written, hex. */
  readonly sha256: string;
  readonly at: Date;
  /** Name of who erased; null: the retention clock, or somebody whose account is gone. */
  readonly by: string | null;
}

interface Page {
  readonly limit: number;
  /** Id of the last receipt that was seen; those after it in the list follow. */
  readonly before?: string | undefined;
  /** Only what this account erased. */
  readonly byId?: UserId | undefined;
}

export async function insertErasure(db: Database, _scope: Scope, erasure: { id: string; receipt: ErasureReceipt; sha256: string; byId: UserId | null; at: Date; demo: boolean }): Promise<void> {
  await db.insert(erasures).values(erasure);
}

/** Newest first; of the same moment by id, so that pages neither repeat nor skip. */
export async function listErasures(db: Database, _scope: Scope, { limit, before, byId }: Page): Promise<ErasureRow[]> {
  const older = before === undefined ? undefined : sql`(${erasures.at}, ${erasures.id}) < (select e.at, e.id from ${erasures} e where e.id = ${before})`;
  return db
    .select({ id: erasures.id, receipt: erasures.receipt, sha256: erasures.sha256, at: erasures.at, by: users.name })
    .from(erasures)
    .leftJoin(users, eq(users.id, erasures.byId))
    .where(and(of(byId), older))
    .orderBy(desc(erasures.at), desc(erasures.id))
    .limit(limit);
}

/** @returns how many there are, and how many of them found something left */
export async function countErasures(db: Database, _scope: Scope, byId?: UserId): Promise<{ all: number; unclean: number }> {
  const [row] = await db.select({ all: count(), unclean: sql<number>`count(*) filter (where not (${erasures.receipt}->>'clean')::boolean)::int` }).from(erasures).where(of(byId));
  return row ?? { all: 0, unclean: 0 };
}

const of = (byId: UserId | undefined): SQL | undefined => (byId === undefined ? undefined : eq(erasures.byId, byId));
