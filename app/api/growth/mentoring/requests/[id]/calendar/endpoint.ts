/** @file GET /api/growth/mentoring/requests/:id/calendar: the arranged conversation as an .ics file. */
import { z } from "zod";
import { meetingFile } from "@/lib/server/growth/calendar-file";
import { mentoringOf } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.strictObject({ language: z.enum(["en", "zh"]).default("en") });

export const GET = route({ action: "growth:own", input: query }, async ({ actor, params, input }) => {
  const { pairs } = await mentoringOf((await services()).db, actor);
  return new Response(meetingFile(pairs.find(({ id }) => id === params.id), { language: input.language, now: Date.now() }), { headers: { "content-type": "text/calendar; charset=utf-8", "content-disposition": 'attachment; filename="mentoring.ics"', "cache-control": "no-store" } });
});
