/** @file POST /api/review/items/:id/reference: decides what holds where reviewers differ. */
import { referenceRequest } from "@/lib/contracts/review-trust";
import { decide } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:manage", input: referenceRequest }, async ({ actor, params, input }) => decide((await services()).db, actor, params.id ?? "", input));
