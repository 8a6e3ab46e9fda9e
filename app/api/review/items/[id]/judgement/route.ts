/** @file POST /api/review/items/:id/judgement: keeps a draft, closes or skips the item. */
import { judgementRequest } from "@/lib/contracts/review";
import { judge } from "@/lib/server/review/judge";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:judge", input: judgementRequest }, async ({ actor, params, input }) => judge((await services()).db, actor, params.id ?? "", input));
