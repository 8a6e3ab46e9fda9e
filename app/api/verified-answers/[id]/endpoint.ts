/** @file /api/verified-answers/:id: HR has looked at it again. */
import { verifiedChange } from "@/lib/contracts/ask-hr";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { checkVerified } from "@/lib/server/verified-answers/verify";

export const POST = route({ action: "hr:answer", input: verifiedChange }, async ({ actor, input, params }) => checkVerified((await services()).db, actor, params["id"] ?? "", input));
