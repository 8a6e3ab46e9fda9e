/** @file POST /api/review/items/:id/judgement: keeps a draft, closes or skips the item. */
import { judgementRequest } from "@/lib/contracts/review";
import { judge } from "@/lib/server/review/judge";
import { serveVerified } from "@/lib/server/review/verified";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:judge", input: judgementRequest }, async ({ actor, params, input }) => {
  const { db } = await services();
  return judge(db, actor, params.id ?? "", input, serveVerified(db, actor));
});
