/** @file POST: who works on an opening. */
import { z } from "zod";
import { changeMember } from "@/lib/server/recruiting/openings";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const input = z.strictObject({ userId: z.string().min(1).max(64), member: z.boolean() });

export const POST = route({ action: "openings:recruit", input }, async ({ actor, params, input: change }) => changeMember(await services(), actor, params["id"] ?? "", change));
