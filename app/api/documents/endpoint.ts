/** @file Documents: the list that one may read, and uploads. */
import { z } from "zod";
import { DOCUMENT_KINDS } from "@/lib/core/types";
import { listViews } from "@/lib/server/documents/read";
import { upload } from "@/lib/server/documents/upload";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const filter = z.object({ kind: z.enum(DOCUMENT_KINDS).optional() });

export const GET = route({ action: "documents:list", input: filter }, async ({ actor, input }) => listViews(await services(), actor, input));

/** Multipart: `files` (any number) and `meta` (JSON of `uploadFields`). The permission depends on the kind in `meta`. */
export const POST = route({}, async ({ actor, request }) => upload(await services(), actor, request));
