/** @file POST /api/growth/profile/skills: adds a skill to one's own profile, or corrects it. */
import { skillChange } from "@/lib/contracts/growth";
import { changeSkill } from "@/lib/server/growth/profile";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: skillChange }, async ({ actor, input }) => changeSkill((await services()).db, actor, input));
