/** @file How job texts are read: GET what corrections teach and what is in use; POST takes one in, out, or leaves it. */
import { readingAnswer } from "@/lib/contracts/taught-reading";
import { answerReading, taughtReadingOf } from "@/lib/server/recruiting/taught-reading";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor }) => taughtReadingOf(await services(), actor));
export const POST = route({ action: "openings:recruit", input: readingAnswer }, async ({ actor, input }) => answerReading(await services(), actor, input));
