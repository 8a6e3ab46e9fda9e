/** @file Erasing the person behind an application, with a receipt; saying how long they are kept. */
import { z } from "zod";
import { eraseCandidate, keepCandidate } from "@/lib/server/recruiting/erase";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "candidates:erase" }, async ({ actor, params }) => eraseCandidate(await services(), actor, params["id"] ?? ""));

const input = z.strictObject({ keepUntil: z.iso.date().nullable() });
export const PATCH = route({ action: "candidates:erase", input }, async ({ actor, params, input: { keepUntil } }) => keepCandidate(await services(), actor, params["id"] ?? "", keepUntil));
