/** @file POST /api/training: train now; with {"kind":"encoder"} the encoder's last layers too. */
import { trainRequest } from "@/lib/contracts/learning";
import { startTrainingRun } from "@/lib/server/learning/start";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "models:manage", input: trainRequest }, async ({ actor, input }) => ({ run: await startTrainingRun(await services(), actor, input.kind) }));
