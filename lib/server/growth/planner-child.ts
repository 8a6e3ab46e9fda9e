/** @file The planning process: HiGHS blocks the thread it runs in, so it runs here. Computes only: it never opens the database, and ends when the server does. */
import { firstStep } from "../../growth/plan/first-step";
import { makePlan, type PlanTools } from "../../growth/plan/make-plan";
import { alternatives, withMoreHours } from "../../growth/plan/more-hours";
import { loadSolver } from "../../growth/solver/highs";
import { planChannels, sensitivityOf } from "../../insights/channels/plan-channels";
import { serveCalls } from "../child-calls";
import type { PlannerAnswers, PlannerCall, PlannerKind } from "./planner-protocol";
import { growthTaxonomy } from "./taxonomy";

/** Of the best coverage; closer than anybody sees in a figure of whole percents. */
const RELATIVE_GAP = 0.001;

serveCalls(async (call: PlannerCall): Promise<PlannerAnswers[PlannerKind]> => {
  const { timeLimitMs } = call;
  const tools: PlanTools = { solver: await loadSolver(), taxonomy: growthTaxonomy(), limits: { timeLimitMs, relativeGap: RELATIVE_GAP } };
  switch (call.kind) {
    case "plan":
      return makePlan(call.request, tools);
    case "alternatives":
      return alternatives(call.request, call.plan, tools);
    case "more":
      return withMoreHours(call.request, call.plan, { ...tools, extraHours: call.extraHours });
    case "first-step":
      return firstStep(call.request, { ...tools, timeLimitMs });
    case "channels":
      return planChannels(call.problem, tools.solver);
    case "channel-sensitivity":
      return sensitivityOf(call.problem, tools.solver);
  }
});
