/** @file DELETE /api/growth/profile/skills/:id: takes a skill out of one's own profile. */
import { removeSkill } from "@/lib/server/growth/profile";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "growth:own" }, async ({ actor, params }) => removeSkill((await services()).db, actor, params.id ?? ""));
