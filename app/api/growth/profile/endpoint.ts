/** @file GET, PATCH /api/growth/profile: one's own profile and who may see it. */
import { profileChange } from "@/lib/contracts/growth";
import { changeProfile, ownProfile } from "@/lib/server/growth/profile";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => ownProfile((await services()).db, actor));
export const PATCH = route({ action: "growth:own", input: profileChange }, async ({ actor, input }) => changeProfile((await services()).db, actor, input));
