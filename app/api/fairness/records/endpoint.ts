/** @file Equal-opportunity records: imported as CSV, deleted as a whole. None is ever read out. */
import { z } from "zod";
import { forgetRecords, importRecords } from "@/lib/server/recruiting/fairness";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const input = z.strictObject({ csv: z.string().min(1) });

export const POST = route({ action: "fairness:manage", input }, async ({ actor, input: { csv } }) => importRecords(await services(), actor, csv));

export const DELETE = route({ action: "fairness:manage" }, async ({ actor }) => forgetRecords(await services(), actor));
