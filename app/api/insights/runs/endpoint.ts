/** @file POST /api/insights/runs: trains a kind on a table. */
import { runRequest } from "@/lib/contracts/insights";
import { trainInsight } from "@/lib/server/insights/train-now";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:manage", input: runRequest }, async ({ actor, input }) => ({ run: await trainInsight(await services(), actor, input) }));
