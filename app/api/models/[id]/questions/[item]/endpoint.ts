/** @file GET /api/models/:id/questions/:item: both rankings of one question, as the reader may see them. */
import { rankingsOf } from "@/lib/server/learning/compare";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "models:read" }, async ({ actor, params }) => rankingsOf(await services(), actor, { id: params["id"] ?? "", item: params["item"] ?? "" }));
