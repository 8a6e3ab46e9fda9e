/** @file GET /api/growth/plans/:id/calendar: the plan's open steps as an .ics file. */
import { z } from "zod";
import { calendarOf } from "@/lib/server/growth/calendar-file";
import { ownPlan } from "@/lib/server/growth/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.strictObject({ language: z.enum(["en", "zh"]).default("en") });

export const GET = route({ action: "growth:own", input: query }, async ({ actor, params, input }) => {
  const plan = await ownPlan((await services()).db, actor, params.id ?? "");
  return new Response(calendarOf(plan, input.language), { headers: { "content-type": "text/calendar; charset=utf-8", "content-disposition": 'attachment; filename="learning-plan.ics"', "cache-control": "no-store" } });
});
