/** @file /api/ask-hr: one's own questions to HR, and sending one as it was previewed. */
import { askHrSend, myAsks } from "@/lib/contracts/ask-hr";
import { ownAsks } from "@/lib/server/ask-hr/mine";
import { sendAsk } from "@/lib/server/ask-hr/send";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "hr:ask" }, async ({ actor }) => myAsks.parse({ asks: await ownAsks(await services(), actor) }));
export const POST = route({ action: "hr:ask", input: askHrSend }, async ({ actor, input }) => sendAsk(await services(), actor, input));
