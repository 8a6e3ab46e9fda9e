/** @file POST /api/insights/kinds/:kind/promote: a version is shown from now on; one that the gate refused only with a reason. */
import { z } from "zod";
import { promoteInsight } from "@/lib/contracts/insights";
import { kindOf } from "@/lib/server/insights/kind-of";
import { promoteInsightVersion } from "@/lib/server/insights/promote";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const input = promoteInsight.extend({ id: z.string().max(64) });

export const POST = route({ action: "insights:manage", input }, async ({ actor, input: { id, reason }, params }) => ({ serving: await promoteInsightVersion((await services()).db, actor, { kind: kindOf(params["kind"]), id, reason }) }));
