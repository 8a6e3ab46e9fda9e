/** @file PATCH /api/documents/:id/terms: owner, validity, scope, succession, review. */
import { termsChange } from "@/lib/contracts/documents";
import { changeTerms } from "@/lib/server/documents/terms";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ input: termsChange }, async ({ actor, params, input }) => changeTerms(await services(), actor, params.id ?? "", input));
