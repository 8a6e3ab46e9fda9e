/** @file GET /api/models/:id/questions: the frozen test's questions and how they fared. */
import { comparisonsOf } from "@/lib/server/learning/compare";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "models:read" }, async ({ actor, params }) => comparisonsOf(await services(), actor, params["id"] ?? ""));
