/** @file PATCH /api/models/schedule: when training runs by itself. */
import { schedule } from "@/lib/contracts/learning";
import { putSchedule } from "@/lib/server/learning/schedule";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "models:manage", input: schedule }, async ({ actor, input }) => putSchedule((await services()).db, actor, input));
