/** @file People insights, from the screen. */
import { z } from "zod";
import { insightsView, kindView, ownInsights, contestList, runReply, servingReply, tableDetail, tableList, type ApprovalRequest, type ContestOutcome, type ContestView, type InsightKind, type InsightsView, type KindView, type LabelField, type OwnInsights, type TableDetail, type TableList, type TableMapping, type TableUse } from "../contracts/insights";
import { labelQueue, type LabelQueue, type LabelRequest } from "../contracts/insights-labels";
import { peopleList, personView, type PeopleList, type PersonView } from "../contracts/insights-reports";
import { planList, solveReply, type ChannelProblemView, type PlanList, type SolveReply } from "../contracts/insights-channels";
import { call, callEmpty } from "./http";

const BASE = "/api/insights";
const id = z.object({ id: z.string() });

export const loadInsights = (signal?: AbortSignal): Promise<InsightsView> => call(insightsView, BASE, { signal });
export const enableInsights = (approval: ApprovalRequest): Promise<void> => callEmpty(`${BASE}/approval`, { method: "POST", body: approval });
export const disableInsights = (): Promise<void> => callEmpty(`${BASE}/approval`, { method: "DELETE", body: { confirm: true } });

export const loadTables = (signal?: AbortSignal): Promise<TableList> => call(tableList, `${BASE}/tables`, { signal });
export const loadTable = (table: string, signal?: AbortSignal): Promise<TableDetail> => call(tableDetail, `${BASE}/tables/${encodeURIComponent(table)}`, { signal });
export const deleteTable = (table: string): Promise<void> => callEmpty(`${BASE}/tables/${encodeURIComponent(table)}`, { method: "DELETE" });
export const mapTable = (table: string, mapping: TableMapping, save: boolean): Promise<TableDetail> => call(tableDetail, `${BASE}/tables/${encodeURIComponent(table)}/mapping`, { method: "POST", body: { mapping, save } });
/** @param after a comment to begin behind; null: the first ones */
export const loadLabelQueue = (table: string, { field, after = null }: { field: LabelField; after?: string | null }, signal?: AbortSignal): Promise<LabelQueue> => call(labelQueue, `${BASE}/tables/${encodeURIComponent(table)}/labels?${new URLSearchParams({ field, ...(after === null ? {} : { after }) }).toString()}`, { signal });
export const putLabel = (table: string, label: LabelRequest): Promise<void> => callEmpty(`${BASE}/tables/${encodeURIComponent(table)}/labels`, { method: "POST", body: label });
export const takeInDemoTable = async (demo: string, language: "en" | "zh"): Promise<string> => (await call(id, `${BASE}/tables`, { method: "POST", body: { demo, language } })).id;
export async function importTable(file: File, fields: { name: string; use: TableUse }): Promise<string> {
  const form = new FormData();
  form.set("file", file);
  form.set("meta", JSON.stringify(fields));
  return (await call(id, `${BASE}/tables`, { method: "POST", body: form })).id;
}

export const loadKind = (kind: InsightKind, signal?: AbortSignal): Promise<KindView> => call(kindView, `${BASE}/kinds/${kind}`, { signal });
export const trainKind = (kind: InsightKind, tableId: string): Promise<z.infer<typeof runReply>> => call(runReply, `${BASE}/runs`, { method: "POST", body: { kind, tableId } });
export const cancelRun = (run: string): Promise<void> => callEmpty(`${BASE}/runs/${encodeURIComponent(run)}`, { method: "DELETE" });
export const promoteInsight = (kind: InsightKind, version: string, reason: string): Promise<{ serving: number }> => call(servingReply, `${BASE}/kinds/${kind}/promote`, { method: "POST", body: { id: version, reason } });
export const rollBackInsight = (kind: InsightKind): Promise<{ serving: number }> => call(servingReply, `${BASE}/kinds/${kind}/rollback`, { method: "POST", body: {} });

export function loadPeople(kind: InsightKind, filter: { group?: string; band?: string }, signal?: AbortSignal): Promise<PeopleList> {
  const query = new URLSearchParams(Object.entries(filter));
  return call(peopleList, `${BASE}/kinds/${kind}/people?${query.toString()}`, { signal });
}
export const loadPerson = (kind: InsightKind, row: string, language: "en" | "zh", signal?: AbortSignal): Promise<PersonView> => call(personView, `${BASE}/kinds/${kind}/people/${encodeURIComponent(row)}?language=${language}`, { signal });

export const loadOwnInsights = (signal?: AbortSignal): Promise<OwnInsights> => call(ownInsights, `${BASE}/own`, { signal });
export const contestRow = (request: { tableId: string; rowKey: string; reason: string }): Promise<void> => callEmpty(`${BASE}/own`, { method: "POST", body: request });
export const loadContests = async (signal?: AbortSignal): Promise<readonly ContestView[]> => (await call(contestList, `${BASE}/contests`, { signal })).contests;
export const answerContest = (contest: string, outcome: ContestOutcome, answer: string): Promise<void> => callEmpty(`${BASE}/contests/${encodeURIComponent(contest)}`, { method: "POST", body: { outcome, answer } });

export const loadPlans = (signal?: AbortSignal): Promise<PlanList> => call(planList, `${BASE}/plans`, { signal });
export const solvePlan = (problem: ChannelProblemView): Promise<SolveReply> => call(solveReply, `${BASE}/plans/solve`, { method: "POST", body: { problem } });
export const keepPlan = async (name: string, problem: ChannelProblemView): Promise<string> => (await call(id, `${BASE}/plans`, { method: "POST", body: { name, problem } })).id;
export const dropPlan = (plan: string): Promise<void> => callEmpty(`${BASE}/plans/${encodeURIComponent(plan)}`, { method: "DELETE" });
