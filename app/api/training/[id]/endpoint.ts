/** @file DELETE /api/training/:id: calls a run off. */
import { cancelTrainingRun } from "@/lib/server/learning/start";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "models:manage" }, async ({ actor, params }) => cancelTrainingRun(await services(), actor, params["id"] ?? ""));
