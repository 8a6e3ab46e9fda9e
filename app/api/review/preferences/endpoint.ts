/** @file GET and POST /api/review/preferences: the reviewer's own keys. */
import { reviewPreferences } from "@/lib/contracts/review";
import { ownKeys, saveKeys } from "@/lib/server/review/preferences";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge" }, async ({ scope }) => ownKeys((await services()).db, scope));
export const POST = route({ action: "review:judge", input: reviewPreferences }, async ({ scope, input }) => saveKeys((await services()).db, scope, input));
