/**
 * @file One promotion of a version with an encoder of its own: its index is built beside the first, which keeps serving; when
 * nothing is missing any more the version takes over in one row. A kill costs one batch: what is embedded is in the database.
 */
import { listModelEvents, readServing } from "../../../db/queries/model-versions";
import { finishRun, forgetTries, type TrainingRunRow } from "../../../db/queries/training-runs";
import { dropSpaces } from "../../../db/queries/vector-spaces";
import type { Database } from "../../../db/client";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { ModelVersionId } from "../../core/types";
import { accountActor } from "./account-actor";
import { promote } from "./promote";
import { servedBefore } from "./served-before";
import { tellOfTakeover } from "./tell";
import type { RunControl, TrainerParts } from "./trainer";

const scope = systemScope("second index");

/** @throws AppError "job/cancelled", "job/worker-died", "registry/unusable"; as `promote` */
export async function buildIndex(parts: TrainerParts, run: TrainingRunRow, { signal, report }: RunControl): Promise<void> {
  const { db, spaces, encoder, clock } = parts;
  const id = run.versionId;
  if (id === null) throw new AppError("request/not-found", "the version that was to be promoted is gone");
  const spaceId = await spaceOf(parts, id);
  let first: { readonly done: number; readonly at: number } | null = null;
  await spaces.fill(spaceId, {
    signal,
    onProgress(done, total) {
      const now = clock.now();
      // It gets on: a server that ends again later has not ended because of it.
      if (first && done > first.done) void forgetTries(db, scope, run.id).catch(() => undefined);
      first ??= { done, at: now };
      const pace = done > first.done ? (now - first.at) / (done - first.done) : null;
      report({ stage: "embed", step: done, steps: total, etaSeconds: pace === null ? null : Math.max(1, Math.round((pace * (total - done)) / 1000)) });
    },
  });
  const by = (run.requestedBy === null ? null : await accountActor(db, run.requestedBy)) ?? scope;
  await db.transaction(async (tx) => {
    if (!(await finishRun(tx, scope, { id: run.id, worker: parts.name, versionId: id }))) throw new AppError("job/cancelled", "the promotion was called off");
    const { version, onTrial } = await promote({ db: tx, encoder }, by, { id, reason: run.reason });
    await tellOfTakeover(tx, run, { number: version.number, onTrial });
  });
  // From now on the index follows the documents, also before the first question.
  await parts.serving.current();
  await retire(parts);
}

async function spaceOf({ serving }: TrainerParts, id: ModelVersionId): Promise<ModelVersionId> {
  const { spaceId } = await serving.partsOf(id);
  if (spaceId === null) throw new AppError("registry/unusable", `version ${id} needs no index of its own`);
  return spaceId;
}

/** Vectors of what serves and of everything that roll back leads to stay; older spaces go, and are built again when asked for. */
async function retire({ db, spaces, serving }: TrainerParts): Promise<void> {
  const chain = await rollbackChain(db);
  const needed = new Set<ModelVersionId>();
  for (const id of chain) {
    const { spaceId } = await serving.partsOf(id);
    if (spaceId) needed.add(spaceId);
  }
  await spaces.remove(await dropSpaces(db, scope, [...needed]));
}

/** Enough for two changes of mind. */
const LONGEST_CHAIN = 4;

async function rollbackChain(db: Database): Promise<ModelVersionId[]> {
  const { versionId, previousId } = await readServing(db, scope);
  const chain = [versionId, previousId];
  const events = await listModelEvents(db, scope, 1000);
  while (chain.length < LONGEST_CHAIN && chain.at(-1)) chain.push(servedBefore(events, chain.at(-1) ?? null));
  return chain.flatMap((id) => id ?? []);
}
