/** @file POST /api/growth/gap: one's own gap against a target. Stores nothing. */
import { targetRef } from "@/lib/contracts/growth";
import { ownGap } from "@/lib/server/growth/gap";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: targetRef }, async ({ actor, input }) => ownGap((await services()).db, actor, input));
