/**
 * @file Someone leaves the company: their rows go out of every imported table, mapped or not, what versions said of them goes
 * with the rows, and what they contested. A training under way begins again on what is left (runner.ts).
 */
import { deleteContestsOf } from "../../../db/queries/insight-contests";
import { listInsightTables, listNamesOfAccount } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";
import { showCell } from "../../insights/table/target";
import { openMapped, removeRows } from "./tables";

const system = systemScope("people insights");

/**
 * Call it in the removal's transaction, while account and directory entry still say who it is. Rows are found by the columns that
 * identify (e-mail address or directory number); a table without one names nobody.
 * @returns how many rows went
 */
export async function forgetPerson(tx: Database, userId: UserId): Promise<number> {
  const names = new Set(await listNamesOfAccount(tx, system, userId));
  let rows = 0;
  for (const { id } of await listInsightTables(tx, system)) {
    const table = await openMapped(tx, system, id);
    const naming = table.read.table.columns.filter(({ role, name }) => role === "id" || name === table.mapping.key);
    const theirs = Array.from({ length: table.read.table.rows }, (_, row) => row).filter((row) => naming.some((column) => names.has((showCell(column, row) ?? "").trim().toLowerCase())));
    rows += await removeRows(tx, table, theirs);
  }
  await deleteContestsOf(tx, system, userId);
  return rows;
}
