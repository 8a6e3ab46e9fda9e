/** @file GET /api/documents/:id/file: the original bytes. */
import { getFile } from "@/lib/server/documents/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor, params }) => getFile(await services(), actor, params.id ?? ""));
