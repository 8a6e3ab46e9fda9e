/** @file /api/ask-hr/inbox/:id: open an item (recorded), give it to a colleague, note something. */
import { inboxChange, inboxItem } from "@/lib/contracts/ask-hr";
import { changeInboxItem, openItem } from "@/lib/server/ask-hr/inbox";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "hr:answer" }, async ({ actor, params }) => inboxItem.parse(await openItem(await services(), actor, params["id"] ?? "")));
export const PATCH = route({ action: "hr:answer", input: inboxChange }, async ({ actor, input, params }) =>
  inboxItem.parse(await changeInboxItem(await services(), actor, params["id"] ?? "", input)),
);
