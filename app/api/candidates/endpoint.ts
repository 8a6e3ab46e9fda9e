/** @file GET /api/candidates?q=: everyone whose résumé one may read, by letters of name, title or place. */
import { z } from "zod";
import { listCandidates } from "@/lib/server/people/candidates";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.object({ q: z.string().max(200).default("") });

export const GET = route({ action: "candidates:read", input: query }, async ({ actor, input }) => ({ candidates: await listCandidates(await services(), actor, input.q) }));
