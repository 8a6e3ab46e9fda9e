/**
 * @file A person and what insights hold about them: their own rows with the use of each cell and what the version in use says;
 * contesting with a reason; the HR lead's answer, which may take the row out at once.
 */
import { addContest, answerContest, listContests, listHrLeads, type ContestRow } from "../../../db/queries/insight-contests";
import { listInsightLabels } from "../../../db/queries/insight-labels";
import { findInsightTable, listOwnRows } from "../../../db/queries/insight-tables";
import { findInsightPerson, servingInsight } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import { LABEL_FIELDS, USES_OF_KIND, type ContestView, type HeldRow, type InsightKind, type OwnInsights } from "../../contracts/insights";
import { personDetail } from "../../contracts/insights-reports";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { withLabels } from "../../insights/comments/label-columns";
import { showValue } from "../../insights/explain/show-value";
import type { DataTable } from "../../insights/table/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import { approvals, requireInsights } from "./approval";
import { rowsByKey } from "./table-file";
import { keysOf, openMapped, removeRow } from "./tables";

const system = systemScope("people insights");
/** Reasons that a person is shown. */
const SHOWN_REASONS = 4;
const MOST_ROWS = 24;

/** What is held about whoever asks. Off: nothing is. */
export async function ownInsights(db: Database, actor: Actor): Promise<OwnInsights> {
  authorise(actor, "insights:own");
  const { approval } = await approvals(db);
  const contests = (await listContests(db, scopeOf(actor), actor.userId)).map((row) => contestViewOf(row, false));
  if (approval === null) return { isOn: false, approval: null, rows: [], contests };
  const own = await listOwnRows(db, system, actor.userId);
  const rows: HeldRow[] = [];
  for (const one of own) rows.push(await heldRow(db, one));
  return { isOn: true, approval, rows, contests };
}

async function heldRow(db: Database, { tableId, rowKey }: { tableId: string; rowKey: string }): Promise<HeldRow> {
  const { row, mapping, read } = await openMapped(db, system, tableId);
  const lines = (rowsByKey(keysOf(read.table, mapping), read.table.rows).get(rowKey) ?? []).slice(-MOST_ROWS);
  const table = row.use === "comments" ? await labelledTable(db, tableId, read.table) : read.table;
  const cells = table.columns.map((column) => {
    const shown = lines.map((line) => showValue(column, column.cells[line] ?? null));
    return { column: column.name, values: new Set(shown).size === 1 ? shown.slice(0, 1) : shown, role: column.role, unit: column.unit };
  });
  return { tableId, table: row.name, use: row.use, importedAt: row.createdAt.toISOString(), rowKey, cells, says: await saysOf(db, { tableId, rowKey, use: row.use }) };
}

/** With the labels that were given here: they are held about the person as the file's are. */
async function labelledTable(db: Database, tableId: string, table: DataTable): Promise<DataTable> {
  let labelled = table;
  for (const field of LABEL_FIELDS) {
    const given = await listInsightLabels(db, system, { tableId, field });
    if (given.size > 0) labelled = withLabels(labelled, field, given).table;
  }
  return labelled;
}

async function saysOf(db: Database, { tableId, rowKey, use }: { tableId: string; rowKey: string; use: HeldRow["use"] }): Promise<HeldRow["says"]> {
  const kinds = (Object.keys(USES_OF_KIND) as InsightKind[]).filter((kind) => USES_OF_KIND[kind].includes(use));
  const says: HeldRow["says"] = [];
  for (const kind of kinds) {
    const version = await servingInsight(db, system, kind);
    const person = version?.datasetId === tableId ? await findInsightPerson(db, system, { versionId: version.id, rowKey }) : null;
    if (!version || !person) continue;
    says.push({ kind, version: version.number, band: person.band, ...saidOf(person.detail) });
  }
  return says;
}

/** All that an HR lead may open of them, but for the parts' sizes. */
function saidOf(kept: unknown): Pick<HeldRow["says"][number], "reasons" | "horizons" | "result"> {
  const { data: detail } = personDetail.safeParse(kept);
  if (!detail) return { reasons: [], horizons: [], result: null };
  const reasons = detail.reasons.slice(0, SHOWN_REASONS).map(({ feature, shown, amount }) => ({ feature, shown, raises: amount > 0 }));
  return "foreseen" in detail ? { reasons, horizons: [], result: { foreseen: detail.foreseen, range: detail.range, pair: detail.pair } } : { reasons, horizons: detail.horizons, result: null };
}

export function contestViewOf(row: ContestRow, forLead: boolean): ContestView {
  const { id, tableName, reason, outcome, answer, answeredByName, createdAt, answeredAt, person, hasRow } = row;
  return { id, table: tableName, reason, outcome, answer, answeredBy: answeredByName, createdAt: createdAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, person: forLead ? person : null, hasRow };
}

/**
 * @throws AppError "insights/off"; "request/not-found" for a row that is not about this person; "request/conflict" when an open one
 *   waits already; "data/unavailable" without an audit line
 */
export async function contest(db: Database, actor: Actor, request: { tableId: string; rowKey: string; reason: string }): Promise<void> {
  authorise(actor, "insights:own");
  await requireInsights(db);
  const own = await listOwnRows(db, system, actor.userId);
  const table = own.some(({ tableId, rowKey }) => tableId === request.tableId && rowKey === request.rowKey) ? await findInsightTable(db, system, request.tableId) : null;
  if (!table) throw new AppError("request/not-found", "no row about this person");
  await db.transaction(async (tx) => {
    const id = await addContest(tx, scopeOf(actor), { datasetId: table.id, tableName: table.name, rowKey: request.rowKey, reason: request.reason });
    if (id === null) throw new AppError("request/conflict", "an open contest waits already", { userMessage: "You have contested this already. HR has not answered yet." });
    const words = { en: "Somebody contests what people insights hold about them.", zh: "有员工对人员分析中关于本人的数据提出异议。" };
    await notify(tx, (await listHrLeads(tx, system)).map((userId) => ({ userId, kind: "insights.contested", words, href: "/insights" })));
    await record(tx, actor, { action: "insights.contested", object: { kind: "insight", id }, facts: {} });
  });
}

export async function contestsForLead(db: Database, actor: Actor): Promise<ContestView[]> {
  authorise(actor, "insights:manage");
  return (await listContests(db, scopeOf(actor))).map((row) => contestViewOf(row, true));
}

/**
 * @throws AppError "request/conflict" when it was answered already, by an HR lead about themselves, or the row is gone; "policy/forbidden"
 */
export async function answer(db: Database, actor: Actor, request: { id: string; outcome: "kept" | "corrected" | "removed"; answer: string }, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "insights:manage");
  await db.transaction(async (tx) => {
    const contested = await answerContest(tx, scopeOf(actor), { ...request, at: new Date(clock.now()) });
    if (!contested) throw new AppError("request/conflict", "answered already", { userMessage: "This has been answered already." });
    if (contested.userId === actor.userId) throw new AppError("request/conflict", "nobody judges their own contest", { userMessage: "You cannot answer what you contested yourself. Ask another HR lead." });
    if (request.outcome === "removed" && contested.datasetId !== null) await removeRow(tx, { id: contested.datasetId, rowKey: contested.rowKey });
    const words = { en: "HR has answered what you contested in people insights.", zh: "人力资源部已答复您对人员分析数据的异议。" };
    await notify(tx, [{ userId: contested.userId, kind: "insights.answered", words, href: "/insights/me" }]);
    await record(tx, actor, { action: "insights.contest-answered", object: { kind: "insight", id: request.id }, facts: { outcome: request.outcome } });
  });
}
