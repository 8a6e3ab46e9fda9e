/** @file GET, POST, DELETE /api/growth/mentoring: mentors and pairs; one's own card; opting out. */
import { mentoringCard } from "@/lib/contracts/growth-network";
import { changeCard, mentoringOf } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => mentoringOf((await services()).db, actor));
export const POST = route({ action: "growth:own", input: mentoringCard }, async ({ actor, input }) => changeCard((await services()).db, actor, input));
export const DELETE = route({ action: "growth:own" }, async ({ actor }) => changeCard((await services()).db, actor, null));
