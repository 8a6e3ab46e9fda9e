/** @file GET /api/documents/:id/locate?start=&end=: rectangles of a span on its PDF page. */
import { z } from "zod";
import { locate } from "@/lib/server/documents/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const span = z.object({ start: z.coerce.number().int().nonnegative(), end: z.coerce.number().int().positive() });

export const GET = route({ input: span }, async ({ actor, params, input }) => locate(await services(), actor, params.id ?? "", input));
