/** @file POST /api/models/rollback: back to what served before, at once. */
import { rollBack } from "@/lib/server/learning/promote";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "models:manage" }, async ({ actor }) => ({ serving: await rollBack((await services()).db, actor) }));
