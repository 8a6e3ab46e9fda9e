/** @file Table → what was bought of recruiting channels and what came of it; columns are found by their names, English and Chinese. */
import { AppError } from "../../core/errors";
import { showCell } from "../table/target";
import type { Column, DataTable } from "../table/types";
import type { PastHire } from "./types";

/** Role of a purchase that the table gives no role. */
export const ANY_ROLE = "all";

const NAMES = { channel: /channel|source|渠道|来源/i, role: /role|job|position|岗位|职位/i, units: /unit|events?|posts?|postings?|数量|场次|次数/i, cost: /cost|spend|budget|费用|成本|花费/i, hires: /hires?|hired|录用|入职/i } as const;

const find = (table: DataTable, part: keyof typeof NAMES): Column | null => table.columns.find(({ name, role }) => role !== "ignored" && NAMES[part].test(name)) ?? null;

/** What a table lacks to tell hires by channel, as a sentence; null: nothing. */
export function missingOfHires(table: DataTable): string | null {
  const missing = (["channel", "units", "cost", "hires"] as const).filter((part) => find(table, part) === null);
  return missing.length === 0 ? null : `The table of hires lacks: ${missing.join(", ")}. Name its columns channel, units, cost, hires (and role).`;
}

/** @throws AppError "insights/bad-table" naming the column that is missing */
export function pastHires(table: DataTable): PastHire[] {
  const [channel, role, units, cost, hires] = [find(table, "channel"), find(table, "role"), find(table, "units"), find(table, "cost"), find(table, "hires")];
  if (!channel || !units || !cost || !hires) {
    const text = missingOfHires(table) ?? "";
    throw new AppError("insights/bad-table", text, { userMessage: text });
  }
  const number = (column: Column, row: number): number => Number(column.cells[row] ?? 0) || 0;
  return Array.from({ length: table.rows }, (_, row) => ({ channel: showCell(channel, row) ?? "", role: (role && showCell(role, row)) || ANY_ROLE, units: number(units, row), cost: number(cost, row), hires: number(hires, row) })).filter((hire) => hire.channel !== "");
}
