/** @file /api/ask-hr/passages: passages that may answer, for whoever answers in the inbox. */
import { foundPassages, passageQuery } from "@/lib/contracts/ask-hr";
import { searchPassages } from "@/lib/server/ask-hr/passages";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "hr:answer", input: passageQuery }, async ({ actor, input, request }) =>
  foundPassages.parse({ passages: await searchPassages(await services(), actor, input.q, request.signal) }),
);
