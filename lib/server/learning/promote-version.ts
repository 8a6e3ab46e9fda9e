/**
 * @file Promotion as people ask for it: at once where the version's vectors are there; else its index is built first, in the
 * background, and it takes over when nothing is missing (build-index.ts). The checks are made now, and again then.
 */
import { lockServing } from "../../../db/queries/model-versions";
import { queueRun } from "../../../db/queries/training-runs";
import { countEmbedded } from "../../../db/queries/vector-spaces";
import { POLICY_KINDS } from "../../assistant/tools/find-answer";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import { record } from "../audit/record";
import type { Services } from "../services";
import { promotable, promote, type Promoter, type Promotion, type PromotionRequest } from "./promote";

const scope = systemScope("promotion");

export interface VersionPromotion extends Promotion {
  /** The run that builds its index; null: it serves now. */
  readonly indexRun: string | null;
}

/** @throws as `promote`; AppError "request/conflict" while a training, or another index, is under way */
export async function promoteVersion({ db, encoder, learning }: Pick<Services, "db" | "encoder" | "learning">, by: Promoter, request: PromotionRequest): Promise<VersionPromotion> {
  const building = await db.transaction(async (tx) => {
    const from = await lockServing(tx, scope);
    const { version, isTrialKept } = await promotable({ db: tx, encoder }, from, request);
    if (isTrialKept || version.spaceVersion === null) return null;
    const { chunks, embedded } = await countEmbedded(tx, scope, POLICY_KINDS);
    if ((embedded.get(version.spaceVersion) ?? 0) >= chunks) return null;
    const isCommand = "type" in by;
    const run = await queueRun(tx, isCommand ? by : scopeOf(by), { trigger: isCommand ? "command" : "page", kind: "index", versionId: version.id, reason: request.reason });
    if (!run.isNew && run.versionId !== version.id) throw busy();
    if (run.isNew) await record(tx, by, { action: "model.index-started", object: { kind: "model", id: version.id }, facts: { version: version.number, verdict: version.verdict, reason: request.reason } });
    return { version, onTrial: false, indexRun: run.id };
  });
  if (building) {
    learning.wake();
    return building;
  }
  return { ...(await promote({ db, encoder }, by, request)), indexRun: null };
}

function busy(): AppError {
  return new AppError("request/conflict", "a run is under way", { userMessage: "A training is under way. Wait until it has ended, or cancel it: the version's index is built afterwards." });
}
