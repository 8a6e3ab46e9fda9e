/** @file PATCH /api/candidates/:id/term: until when somebody who applied for nothing is kept. */
import { keptTermRequest } from "@/lib/contracts/people";
import { keepPerson } from "@/lib/server/recruiting/kept-until";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "candidates:erase", input: keptTermRequest }, async ({ actor, params, input }) => ({ kept: await keepPerson((await services()).db, actor, params["id"] ?? "", input.keepUntil) }));
