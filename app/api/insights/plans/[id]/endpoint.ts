/** @file DELETE /api/insights/plans/:id. */
import { removePlan } from "@/lib/server/insights/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "insights:manage" }, async ({ actor, params }) => removePlan((await services()).db, actor, params["id"] ?? ""));
