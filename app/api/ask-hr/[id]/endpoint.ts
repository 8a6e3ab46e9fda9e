/** @file /api/ask-hr/:id: take one's own question back while it waits. */
import { takeBackAsk } from "@/lib/server/ask-hr/send";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "hr:ask" }, async ({ actor, params }) => takeBackAsk(await services(), actor, params["id"] ?? ""));
