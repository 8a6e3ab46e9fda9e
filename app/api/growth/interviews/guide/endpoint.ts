/** @file GET /api/growth/interviews/guide: what a report shares, for the suggestions of a stay interview. */
import { guideQuery } from "@/lib/contracts/growth-interviews";
import { interviewGuide } from "@/lib/server/growth/interviews";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:team", input: guideQuery }, async ({ actor, input }) => interviewGuide((await services()).db, actor, input.person));
