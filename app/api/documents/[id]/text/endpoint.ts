/** @file GET /api/documents/:id/text: the stored text with pages and blocks, for the reader pane. */
import { getText } from "@/lib/server/documents/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor, params }) => getText(await services(), actor, params.id ?? ""));
