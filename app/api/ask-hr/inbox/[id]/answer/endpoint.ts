/** @file /api/ask-hr/inbox/:id/answer: answer everyone who asks this. */
import { hrAnswer, inboxItem } from "@/lib/contracts/ask-hr";
import { answerItem } from "@/lib/server/ask-hr/close";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "hr:answer", input: hrAnswer }, async ({ actor, input, params }) =>
  inboxItem.parse(await answerItem(await services(), actor, params["id"] ?? "", input)),
);
