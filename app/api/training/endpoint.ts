/** @file POST /api/training: train now. */
import { startTrainingRun } from "@/lib/server/learning/start";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "models:manage" }, async ({ actor }) => ({ run: await startTrainingRun(await services(), actor) }));
