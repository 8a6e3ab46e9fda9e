/** @file /api/ask-hr/inbox: items of one state, verified answers, counts. */
import { z } from "zod";
import { inbox } from "@/lib/contracts/ask-hr";
import { inboxOf } from "@/lib/server/ask-hr/inbox";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.strictObject({ state: z.enum(["waiting", "answered", "declined"]).default("waiting") });

export const GET = route({ action: "hr:answer", input: query }, async ({ actor, input }) => inbox.parse(await inboxOf(await services(), actor, input.state)));
