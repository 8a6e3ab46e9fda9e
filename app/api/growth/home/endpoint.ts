/** @file GET /api/growth/home: next steps, what waits for one, where one could go. */
import { growthHome } from "@/lib/server/growth/home";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => growthHome((await services()).db, actor));
