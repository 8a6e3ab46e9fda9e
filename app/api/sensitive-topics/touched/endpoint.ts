/** @file /api/sensitive-topics/touched: which topics a question touches, for the composer to say so. Keeps nothing. */
import { touchedRequest } from "@/lib/contracts/sensitive-topics";
import { route } from "@/lib/server/route";
import { touchedTopics } from "@/lib/server/sensitive-topics/edit";
import { services } from "@/lib/server/services";

export const POST = route({ action: "chat:ask", input: touchedRequest }, async ({ input }) => touchedTopics((await services()).db, input.question));
