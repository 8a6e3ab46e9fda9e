/** @file Shortlists of an opening: read, people put on and taken off. */
import { z } from "zod";
import { putEntriesRequest } from "@/lib/contracts/shortlists";
import { putOnShortlist, shortlistsOf, takeOffShortlist } from "@/lib/server/recruiting/shortlists";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor, params }) => ({ shortlists: await shortlistsOf(await services(), actor, params["id"] ?? "") }));

export const POST = route({ action: "openings:recruit", input: putEntriesRequest }, async ({ actor, params, input }) => void (await putOnShortlist(await services(), actor, params["id"] ?? "", input)));

const entry = z.strictObject({ shortlist: z.string().min(1).max(64), application: z.string().min(1).max(64) });
export const DELETE = route({ action: "openings:recruit", input: entry }, async ({ actor, params, input }) => takeOffShortlist(await services(), actor, params["id"] ?? "", input));
