/** @file POST /api/documents/:id/retry: a new try for a file that failed. */
import { retryDocument } from "@/lib/server/documents/manage";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({}, async ({ actor, params }) => retryDocument(await services(), actor, params.id ?? ""));
