/** @file GET /api/insights/kinds/:kind/people/:row: one person's estimate with its reasons and what the company offers; an audit line each time. */
import { z } from "zod";
import { kindOf } from "@/lib/server/insights/kind-of";
import { personOf } from "@/lib/server/insights/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const input = z.strictObject({ language: z.enum(["en", "zh"]).default("en") });

export const GET = route({ action: "insights:read", input }, async ({ actor, input: { language }, params }) => personOf(await services(), actor, { kind: kindOf(params["kind"]), rowKey: params["row"] ?? "", language }));
