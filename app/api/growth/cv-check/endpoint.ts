/** @file GET /api/growth/cv-check: roles and names that the browser checks a CV against. The CV itself has no route. */
import { cvCheckDataFor } from "@/lib/server/growth/cv-check-data";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => cvCheckDataFor((await services()).db, actor));
