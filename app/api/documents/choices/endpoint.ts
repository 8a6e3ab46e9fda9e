/** @file GET /api/documents/choices: the people, sites, contracts and groups that a document's details may name. */
import { termsChoices } from "@/lib/server/documents/terms";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "documents:manage:policy" }, async ({ actor }) => termsChoices(await services(), actor));
