/** @file POST /api/growth/profile/confirmations: asks a colleague to confirm a skill, or answers what one was asked. */
import { confirmation } from "@/lib/contracts/growth";
import { confirmSkill } from "@/lib/server/growth/profile";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: confirmation }, async ({ actor, input }) => confirmSkill((await services()).db, actor, input));
