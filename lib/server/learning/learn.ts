/**
 * @file One training run: snapshot of the labels → a child learns and judges → the version is stored with its comparisons.
 * kind "ranking": weights, memory and adapter in the space that serves; "encoder": the encoder's last layers first, then the same.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { listSnapshotLabels, UNFAIR } from "../../../db/queries/learning-snapshots";
import { readSpace } from "../../../db/queries/vector-spaces";
import { findVersion, insertVersion, readServing, type Comparison } from "../../../db/queries/model-versions";
import { finishRun, setRunInputs, type TrainingRunRow } from "../../../db/queries/training-runs";
import { LEARNING } from "../../config/defaults";
import type { CurvePoint } from "../../contracts/learning";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { ModelVersionId, SnapshotId } from "../../core/types";
import { WEIGHTS_FILE } from "../../runtime/hub-weights";
import type { TrainingInput, TrainingLabel, TrainingResult, UnansweredLabel } from "./protocol";
import { searchedPassages } from "./searched";
import { takeSnapshot } from "./snapshot";
import { tellOfVersion } from "./tell";
import { startTraining } from "./trainer-process";
import type { RunControl, TrainerParts } from "./trainer";

const scope = systemScope("training run");
const SEED = 7;

interface Made {
  readonly snapshotId: SnapshotId;
  readonly parentId: ModelVersionId | null;
  readonly versionId: ModelVersionId;
}

/** @throws AppError "train/too-few-labels", "model/unsupported" (an encoder without weights), "job/cancelled", "job/worker-died"; as the child's */
export async function learn(parts: TrainerParts, run: TrainingRunRow, { signal, report }: RunControl): Promise<void> {
  if (run.kind === "encoder") requireWeights(parts);
  const snapshot = await takeSnapshot(parts);
  const parentId = (await readServing(parts.db, scope)).versionId;
  await setRunInputs(parts.db, scope, run.id, { snapshotId: snapshot.id, parentId });
  const made: Made = { snapshotId: snapshot.id, parentId, versionId: newId<ModelVersionId>() };
  const { input, spaceId } = await inputOf(parts, run, made);
  // Called off, or shut down, while labels were read: nothing is started any more.
  if (signal.aborted) throw new AppError("job/cancelled", "training was called off before it began");
  const curve: CurvePoint[] = [];
  let learningSince: number | null = null;
  const child = startTraining(run.id, input, parts.process, ({ stage, step, steps, point }) => {
    if (point) curve.push(point);
    if (stage === "train") learningSince ??= parts.clock.now();
    // Learning ends with its budget; what comes before and after takes its own time.
    const left = stage === "train" && learningSince !== null ? input.budgetMs - (parts.clock.now() - learningSince) : null;
    report({ stage, step, steps, etaSeconds: left === null ? null : Math.max(1, Math.round(left / 1000)), curve: [...curve] });
  });
  const cancel = () => child.cancel();
  signal.addEventListener("abort", cancel);
  try {
    await store(parts, run, { ...made, spaceId, result: await child.result });
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Some encoders come as a graph alone: that serves, but there is nothing to train. */
function requireWeights({ encoder }: TrainerParts): void {
  if (existsSync(path.join(encoder.model.path, WEIGHTS_FILE))) return;
  const userMessage = `The encoder in ${encoder.model.path} has no ${WEIGHTS_FILE}: it can be used but not trained. Set CADRE_ENCODER to a folder that holds its weights.`;
  throw new AppError("model/unsupported", `no ${WEIGHTS_FILE} in ${encoder.model.path}`, { userMessage });
}

async function inputOf({ db, readSide, serving, spaces, encoder, clock }: TrainerParts, { kind }: TrainingRunRow, made: Made): Promise<{ input: TrainingInput; spaceId: ModelVersionId | null }> {
  const labels = await listSnapshotLabels(db, scope, made.snapshotId);
  const passages = searchedPassages(readSide, dayOf(clock.now()));
  const { learned, spaceId } = await serving.partsOf(made.parentId);
  const space = spaceId === null ? null : await spaces.open(spaceId);
  const without = (is: (relevance: number) => boolean): UnansweredLabel[] => labels.flatMap(({ itemId, query, chunkId, relevance, weight, split }) => (chunkId === null && is(relevance) ? [{ itemId, query, weight, split }] : []));
  const input: TrainingInput = {
    version: made.versionId,
    kind: kind === "encoder" ? "encoder" : "ranking",
    labels: labels.flatMap(({ itemId, query, chunkId, relevance, weight, split }): TrainingLabel[] => (chunkId === null ? [] : [{ itemId, query, chunkId, relevance, weight, split }])),
    unanswerable: without((relevance) => relevance !== UNFAIR),
    unfair: without((relevance) => relevance === UNFAIR),
    passages,
    vectors: passages.map((passage) => readSide.knowledge.vectorOf(passage.id) ?? new Float32Array(encoder.dimension)),
    champion: learned,
    space: space && spaceId ? { folder: spaces.folderOf(spaceId), layerBytes: (await readSpace(db, scope, spaceId))?.layers.length ?? 0, vectors: passages.map(({ id }) => space.vectorOf(id) ?? new Float32Array(encoder.dimension)) } : null,
    seed: SEED,
    budgetMs: kind === "encoder" ? LEARNING.encoderBudgetMs : LEARNING.budgetMs,
  };
  return { input, spaceId };
}

interface Finished extends Made {
  /** Of the encoder that serves; a version that brings its own is its own space. */
  readonly spaceId: ModelVersionId | null;
  readonly result: TrainingResult;
}

/** Version, comparisons and the run's end together, or nothing: a run that was cancelled leaves no version. */
async function store({ db, encoder, name }: TrainerParts, run: TrainingRunRow, { snapshotId, parentId, versionId, spaceId, result }: Finished): Promise<void> {
  const { gate, recipe, curve, artefact, changes, trained } = result;
  const tested = changes.filter(({ split }) => split === "test").map(({ itemId, before, after }): Comparison => ({ itemId, before, after }));
  const inherited = spaceId === null ? null : await findVersion(db, scope, spaceId);
  const space = trained
    ? { spaceId: versionId, spaceVersion: trained.version, layers: Uint8Array.from(trained.layers) }
    : { spaceId, spaceVersion: inherited?.spaceVersion ?? null, layers: null };
  await db.transaction(async (tx) => {
    if (!(await finishRun(tx, scope, { id: run.id, worker: name, versionId }))) return;
    const bytes = Uint8Array.from(artefact);
    const number = await insertVersion(tx, scope, { id: versionId, parentId, snapshotId, encoderVersion: encoder.version, ...space, verdict: gate.verdict, gate, recipe: { ...recipe }, curve: [...curve], artefact: bytes, sha256: sha256(bytes) }, tested);
    await tellOfVersion(tx, run, { number, verdict: gate.verdict });
  });
}
