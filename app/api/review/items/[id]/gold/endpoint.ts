/** @file POST /api/review/items/:id/gold: makes the item check reviewers, or no longer. */
import { goldRequest } from "@/lib/contracts/review-trust";
import { changeGold } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:judge", input: goldRequest }, async ({ actor, params, input }) => changeGold((await services()).db, actor, params.id ?? "", input.gold));
