/** @file GET /api/documents/:id/versions: earlier texts, and what changed from one to the next. */
import { documentVersions } from "@/lib/server/documents/versions";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor, params }) => documentVersions(await services(), actor, params.id ?? ""));
