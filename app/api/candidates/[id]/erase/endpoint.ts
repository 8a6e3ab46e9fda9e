/** @file POST /api/candidates/:id/erase: erases the person behind a résumé, with a receipt; also those who applied for nothing. */
import { eraseHeld } from "@/lib/server/recruiting/held-person";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "candidates:erase" }, async ({ actor, params }) => eraseHeld(await services(), actor, params["id"] ?? ""));
