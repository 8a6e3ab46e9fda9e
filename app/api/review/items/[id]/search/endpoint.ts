/** @file GET /api/review/items/:id/search?q=: passages that the reviewer may read, for when the right one is missing. */
import { passageSearchQuery } from "@/lib/contracts/review";
import { searchPassages } from "@/lib/server/review/search";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge", input: passageSearchQuery }, async ({ actor, params, input }) => searchPassages(await services(), actor, { itemId: params.id ?? "", words: input.q }));
