/** @file The channel budget: solving a problem (in the planning process, so that the server answers meanwhile), keeping scenarios, effects learned from imported tables of hires. */
import { addPlan, deletePlan, listPlans } from "../../../db/queries/insight-plans";
import { listInsightTables } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { channelPlan, channelProblem, type ChannelProblemView, type PlanList, type SavedPlan, type SolveReply } from "../../contracts/insights-channels";
import { AppError, isAppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { effectsByRole, learnEffects } from "../../insights/channels/learn-effects";
import { CHANNELS_LIMIT_MS } from "../../insights/channels/plan-channels";
import { TEXTBOOK } from "../../insights/channels/textbook";
import { pastHires } from "../../insights/channels/past-hires";
import type { ChannelProblem } from "../../insights/channels/types";
import { plannerProcess } from "../growth/planner-process";
import { authorise } from "../policy";
import { requireInsights } from "./approval";
import { recordedHires } from "./recorded-hires";
import { openMapped } from "./tables";

/** Absent parts are left out: the solver tells "no bound" from a bound of undefined. */
function problemOf(view: ChannelProblemView): ChannelProblem {
  const present = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
  return present({ ...view, channels: view.channels.map(present), roles: view.roles.map(present) });
}

/** @throws AppError "insights/off", "insights/bad-problem", "policy/forbidden"; "request/too-large" when it is not solved in time */
export async function solvePlan(db: Database, actor: Actor, view: ChannelProblemView): Promise<SolveReply> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  const problem = problemOf(view);
  const plan = channelPlan.parse(await plannerProcess().ask("channels", { problem }, CHANNELS_LIMIT_MS).catch(tooLong));
  return { plan, sensitivity: plan.kind === "planned" ? await sensitivityOf(problem) : [] };
}

const isTooLong = (error: unknown): boolean => isAppError(error) && error.code === "request/too-large";

function tooLong(error: unknown): never {
  if (isTooLong(error)) throw new AppError("request/too-large", "the channel budget took too long", { cause: error, userMessage: "No plan was found in time. Use fewer channels, posts or periods, or allow parts of a unit." });
  throw error;
}

/** An extra: the plan stands without it. */
async function sensitivityOf(problem: ChannelProblem): Promise<SolveReply["sensitivity"]> {
  try {
    return await plannerProcess().ask("channel-sensitivity", { problem }, CHANNELS_LIMIT_MS);
  } catch (error) {
    if (isTooLong(error)) return [];
    throw error;
  }
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
    const learned = learnEffects(pastHires(read.table));
    effects.push({ tableId: table.id, table: table.name, rows: table.rows, effects: learned.flatMap(({ role, ...whole }) => (role === null ? [{ ...whole, byRole: effectsByRole(learned, whole.channel).map(({ channel: _channel, ...own }) => own) }] : [])) });
  }
  return { plans, example: channelProblem.parse(TEXTBOOK), effects, recorded: await recordedHires(db) };
}
