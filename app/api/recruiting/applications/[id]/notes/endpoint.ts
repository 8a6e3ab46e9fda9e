/** @file Notes about an application: written, one's own taken back. */
import { z } from "zod";
import { noteRequest } from "@/lib/contracts/recruiting";
import { removeNote, writeNote } from "@/lib/server/recruiting/applications";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:recruit", input: noteRequest }, async ({ actor, params, input }) => writeNote(await services(), actor, params["id"] ?? "", input));

const which = z.strictObject({ note: z.string().min(1).max(64) });
export const DELETE = route({ action: "openings:recruit", input: which }, async ({ actor, params, input }) => removeNote(await services(), actor, params["id"] ?? "", input.note));
