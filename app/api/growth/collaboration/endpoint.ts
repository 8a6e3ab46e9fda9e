/** @file GET /api/growth/collaboration: who works with whom, of people who chose to stand in the picture. */
import { collaborationOf } from "@/lib/server/growth/collaboration";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => collaborationOf((await services()).db, actor));
