/** @file GET /api/documents/readers?kind=: the people whom an access list of this kind may name, for whoever writes such lists. */
import { z } from "zod";
import { DOCUMENT_KINDS } from "@/lib/core/types";
import { possibleReaders } from "@/lib/server/documents/readers";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.strictObject({ kind: z.enum(DOCUMENT_KINDS) });

export const GET = route({ input: query }, async ({ actor, input }) => possibleReaders((await services()).db, actor, input.kind));
