/** @file The channel budget: solving a problem, keeping scenarios, effects learned from imported tables of hires. */
import { addPlan, deletePlan, listPlans } from "../../../db/queries/insight-plans";
import { listInsightTables } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { channelPlan, channelProblem, type ChannelProblemView, type PlanList, type SavedPlan, type SolveReply } from "../../contracts/insights-channels";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { loadSolver } from "../../growth/solver/highs";
import { learnEffects } from "../../insights/channels/learn-effects";
import { planChannels, sensitivityOf } from "../../insights/channels/plan-channels";
import { TEXTBOOK } from "../../insights/channels/textbook";
import type { ChannelProblem, PastHire } from "../../insights/channels/types";
import { showCell } from "../../insights/table/target";
import type { DataTable } from "../../insights/table/types";
import { authorise } from "../policy";
import { requireInsights } from "./approval";
import { openMapped } from "./tables";

/** Absent parts are left out: the solver tells "no bound" from a bound of undefined. */
function problemOf(view: ChannelProblemView): ChannelProblem {
  const present = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
  return present({ ...view, channels: view.channels.map(present), roles: view.roles.map(present) });
}

/** @throws AppError "insights/off", "insights/bad-problem", "policy/forbidden" */
export async function solvePlan(db: Database, actor: Actor, view: ChannelProblemView): Promise<SolveReply> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  const solver = await loadSolver();
  const problem = problemOf(view);
  const plan = channelPlan.parse(planChannels(problem, solver));
  return { plan, sensitivity: plan.kind === "planned" ? sensitivityOf(problem, solver) : [] };
}

export async function savePlan(db: Database, actor: Actor, { name, problem }: { name: string; problem: ChannelProblemView }): Promise<string> {
  authorise(actor, "insights:manage");
  const { plan } = await solvePlan(db, actor, problem);
  return addPlan(db, scopeOf(actor), { name, input: problem, result: plan });
}

export async function removePlan(db: Database, actor: Actor, id: string): Promise<void> {
  authorise(actor, "insights:manage");
  if (!(await deletePlan(db, scopeOf(actor), id))) throw new AppError("request/not-found", "no such plan");
}

export async function savedPlans(db: Database, actor: Actor): Promise<SavedPlan[]> {
  authorise(actor, "insights:read");
  const rows = await listPlans(db, scopeOf(actor));
  return rows.map(({ id, name, input, result, by, createdAt }) => ({ id, name, problem: channelProblem.parse(input), plan: channelPlan.parse(result), by, at: createdAt.toISOString() }));
}

export async function planList(db: Database, actor: Actor): Promise<PlanList> {
  await requireInsights(db);
  const plans = await savedPlans(db, actor);
  const tables = await listInsightTables(db, scopeOf(actor), ["hires"]);
  const effects: PlanList["effects"] = [];
  for (const table of tables) {
    const { read } = await openMapped(db, scopeOf(actor), table.id);
    effects.push({ tableId: table.id, table: table.name, rows: table.rows, effects: learnEffects(pastHires(read.table)).filter(({ role }) => role === null).map(({ channel, units, hires, effect, unitCost }) => ({ channel, units, hires, effect, unitCost })) });
  }
  return { plans, example: channelProblem.parse(TEXTBOOK), effects };
}

const NAMES = { channel: /channel|source|渠道|来源/i, role: /role|job|position|岗位|职位/i, units: /unit|events?|posts?|postings?|数量|场次|次数/i, cost: /cost|spend|budget|费用|成本|花费/i, hires: /hires?|hired|录用|入职/i } as const;

/** @throws AppError "insights/bad-table" naming the column that is missing */
export function pastHires(table: DataTable): PastHire[] {
  const find = (part: keyof typeof NAMES) => table.columns.find(({ name, role }) => role !== "ignored" && NAMES[part].test(name));
  const [channel, role, units, cost, hires] = [find("channel"), find("role"), find("units"), find("cost"), find("hires")];
  if (!channel || !units || !cost || !hires) {
    const missing = [!channel && "channel", !units && "units", !cost && "cost", !hires && "hires"].filter(Boolean).join(", ");
    throw new AppError("insights/bad-table", `The table of hires lacks: ${missing}. Name its columns channel, units, cost, hires (and role).`, { userMessage: `The table of hires lacks: ${missing}. Name its columns channel, units, cost, hires (and role).` });
  }
  const number = (column: DataTable["columns"][number], row: number): number => Number(column.cells[row] ?? 0) || 0;
  return Array.from({ length: table.rows }, (_, row) => ({ channel: showCell(channel, row) ?? "", role: (role && showCell(role, row)) || "all", units: number(units, row), cost: number(cost, row), hires: number(hires, row) })).filter((hire) => hire.channel !== "");
}
