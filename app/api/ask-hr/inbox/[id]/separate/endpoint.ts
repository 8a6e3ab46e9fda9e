/** @file /api/ask-hr/inbox/:id/separate: take a phrasing that asks something else out of its item. */
import { hrSeparate } from "@/lib/contracts/ask-hr";
import { separatePhrasing } from "@/lib/server/ask-hr/inbox";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "hr:answer", input: hrSeparate }, async ({ actor, input, params }) => separatePhrasing(await services(), actor, params["id"] ?? "", input.ref));
