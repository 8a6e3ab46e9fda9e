/** @file POST /api/insights/kinds/:kind/rollback: back to what was shown before. */
import { kindOf } from "@/lib/server/insights/kind-of";
import { rollBackInsight } from "@/lib/server/insights/promote";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:manage" }, async ({ actor, params }) => ({ serving: await rollBackInsight((await services()).db, actor, kindOf(params["kind"])) }));
