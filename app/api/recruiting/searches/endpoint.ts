/** @file One's own saved searches: listed, or what one of them found with ?id=; saved; deleted. */
import { z } from "zod";
import { saveSearchRequest } from "@/lib/contracts/saved-searches";
import { forgetSearch, hitsOf, savedSearchesOf, saveSearch } from "@/lib/server/recruiting/saved-searches";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const which = z.strictObject({ id: z.string().min(1).max(64) });

export const GET = route({ action: "candidates:search", input: which.partial() }, async ({ actor, input }) => (input.id === undefined ? { searches: await savedSearchesOf(await services(), actor) } : { hits: await hitsOf(await services(), actor, input.id) }));

export const POST = route({ action: "candidates:search", input: saveSearchRequest }, async ({ actor, input }) => saveSearch(await services(), actor, input));

export const DELETE = route({ action: "candidates:search", input: which }, async ({ actor, input }) => forgetSearch(await services(), actor, input.id));
