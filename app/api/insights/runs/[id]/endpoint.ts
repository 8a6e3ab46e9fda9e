/** @file DELETE /api/insights/runs/:id: calls a training off. */
import { cancelInsight } from "@/lib/server/insights/train-now";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "insights:manage" }, async ({ actor, params }) => cancelInsight(await services(), actor, params["id"] ?? ""));
