/** @file POST /api/insights/plans/solve: the best plan of a channel problem, what limits are worth, what more would buy. */
import { solveRequest } from "@/lib/contracts/insights-channels";
import { solvePlan } from "@/lib/server/insights/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:read", input: solveRequest }, async ({ actor, input }) => solvePlan((await services()).db, actor, input.problem));
