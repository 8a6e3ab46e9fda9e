/** @file GET /api/candidates/search?q=: a request in plain words → candidate cards with quoted evidence. */
import { z } from "zod";
import { searchCandidates } from "@/lib/server/people/candidates";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.object({ q: z.string().trim().min(1).max(2000) });

export const GET = route({ action: "candidates:search", input: query }, async ({ actor, input, request }) => ({
  candidates: await searchCandidates(await services(), actor, { query: input.q, signal: request.signal }),
}));
