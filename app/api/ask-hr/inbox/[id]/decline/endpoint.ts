/** @file /api/ask-hr/inbox/:id/decline: close without an answer, with a reason that the askers see. */
import { hrDecline, inboxItem } from "@/lib/contracts/ask-hr";
import { declineItem } from "@/lib/server/ask-hr/close";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "hr:answer", input: hrDecline }, async ({ actor, input, params }) =>
  inboxItem.parse(await declineItem(await services(), actor, params["id"] ?? "", input.reason)),
);
