/** @file POST /api/candidates/:id/same-person: a human's word that another résumé is the same person's, is not, or its withdrawal. */
import { samePersonRequest } from "@/lib/contracts/candidate-profile";
import { decideSamePerson } from "@/lib/server/profiles/person-page";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "candidates:read", input: samePersonRequest }, async ({ actor, params, input }) => decideSamePerson(await services(), actor, params["id"] ?? "", input));
