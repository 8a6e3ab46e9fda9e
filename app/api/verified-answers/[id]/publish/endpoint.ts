/** @file /api/verified-answers/:id/publish: make a document of a reply. */
import { publishRequest } from "@/lib/contracts/ask-hr";
import { publishReply } from "@/lib/server/ask-hr/publish";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "hr:publish", input: publishRequest }, async ({ actor, input, params }) => publishReply(await services(), actor, params["id"] ?? "", input));
