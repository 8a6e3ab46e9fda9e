/** @file GET /api/growth/skills: names of the taxonomy, and colleagues by name and post, for the forms. */
import { growthChoices } from "@/lib/server/growth/choices";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ scope }) => growthChoices((await services()).db, scope));
