/** @file One document: look, change title or access, delete (of a résumé: the receipt of the erasure). */
import { z } from "zod";
import { principal } from "@/lib/contracts/documents";
import type { Principal } from "@/lib/core/types";
import { removeDocument } from "@/lib/server/documents/delete";
import { changeDocument } from "@/lib/server/documents/manage";
import { getView } from "@/lib/server/documents/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const change = z.strictObject({ title: z.string().trim().min(1).max(300).optional(), acl: z.array(principal).min(1).optional() });

export const GET = route({}, async ({ actor, params }) => getView(await services(), actor, params.id ?? ""));

export const PATCH = route({ input: change }, async ({ actor, params, input }) => {
  const open = await services();
  const row = await changeDocument(open, actor, params.id ?? "", { ...input, acl: input.acl as Principal[] | undefined });
  return { id: row.id, title: row.title, acl: row.acl };
});

export const DELETE = route({}, async ({ actor, params }) => removeDocument(await services(), actor, params.id ?? ""));
