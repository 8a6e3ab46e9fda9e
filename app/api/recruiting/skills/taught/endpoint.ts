/** @file Names that corrections teach: GET what is proposed for the company's own skills; POST takes one in or leaves it. */
import { taughtAnswer } from "@/lib/contracts/taught-skills";
import { answerTaught, taughtSkillsOf } from "@/lib/server/recruiting/taught-skills";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor }) => taughtSkillsOf(await services(), actor));
export const POST = route({ action: "openings:recruit", input: taughtAnswer }, async ({ actor, input }) => answerTaught(await services(), actor, input));
