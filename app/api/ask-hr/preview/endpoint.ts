/** @file /api/ask-hr/preview: exactly what would be sent. Sends nothing. */
import { askHrDraft } from "@/lib/contracts/ask-hr";
import { previewAsk } from "@/lib/server/ask-hr/send";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "hr:ask", input: askHrDraft }, async ({ actor, input }) => previewAsk(await services(), actor, input));
