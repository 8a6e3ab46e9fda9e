/** @file What the models page shows: versions with their gates and live ratings, runs, events, schedule, what waits to be learned. */
import { countSnapshotRows, listSnapshots, type SnapshotRecord } from "../../../db/queries/learning-snapshots";
import { answersByWeek, countComparisons, listModelEvents, listVersions, ratingsByVersion, ratingsByWeek, readServing, type ModelVersionRow, type ServingRow } from "../../../db/queries/model-versions";
import { listAccounts } from "../../../db/queries/people";
import { listRuns, type TrainingRunRow } from "../../../db/queries/training-runs";
import { countEmbedded } from "../../../db/queries/vector-spaces";
import { POLICY_KINDS } from "../../assistant/tools/find-answer";
import type { ModelsView, RunView, VersionView } from "../../contracts/learning";
import { systemClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { ModelVersionId } from "../../core/types";
import { MIN_QUESTIONS } from "../../improvement/ranking/learn-ranking";
import { readLabels } from "../review/labels";
import type { Services } from "../services";
import { driftOf } from "./drift";
import { newLabels, nextTime, readSchedule } from "./schedule";
import { trialOf } from "./trial";

const scope = systemScope("models page");
const [RUNS, EVENTS, WEEKS] = [12, 40, 12];
const WEEK_MS = 7 * 86_400_000;

type ViewServices = Pick<Services, "db" | "encoder">;

/** @param reader.mayManage may train, promote and roll back */
export async function modelsView({ db, encoder }: ViewServices, { mayManage }: { readonly mayManage: boolean }): Promise<ModelsView> {
  const serving = await readServing(db, scope);
  const versions = await listVersions(db, scope);
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  const numberOf = (id: ModelVersionId | null) => (id === null ? 0 : (numbers.get(id) ?? 0));
  const facts = await factsFor(db);
  const labels = await readLabels(db, scope);
  const plan = await readSchedule(db);
  const names = new Map((await listAccounts(db, scope)).map(({ id, name }) => [id as string, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    serving: numberOf(serving.versionId),
    previous: serving.versionId === null ? null : numberOf(serving.previousId),
    trial: await trialOf(db, serving, systemClock),
    encoderVersion: encoder.version,
    versions: versions.map((version) => versionView(version, { ...facts, serving, numberOf, encoderVersion: encoder.version })),
    runs: (await listRuns(db, scope, RUNS)).map((run) => runView(run, { numberOf, nameOf })),
    events: (await listModelEvents(db, scope, EVENTS)).map(({ kind, versionId, fromId, byId, reason, at }) => ({ kind, version: numberOf(versionId), from: numberOf(fromId), by: nameOf(byId), reason, at: at.toISOString() })),
    labels: {
      questions: new Set(labels.filter(({ kind }) => kind === "passage").map(({ itemId }) => itemId)).size,
      passages: labels.filter(({ kind }) => kind === "passage").length,
      sinceLast: await newLabels(db),
      least: MIN_QUESTIONS,
      demo: labels.filter(({ demo }) => demo).length,
    },
    schedule: { ...plan, next: plan.cron === null ? null : (nextTime(plan.cron, Date.now())?.toISOString() ?? null) },
    weeks: await weeksOf(db),
    drift: await driftOf(db, systemClock),
    mayManage,
  };
}

async function weeksOf(db: Services["db"]): Promise<ModelsView["weeks"]> {
  const since = new Date(Date.now() - WEEKS * WEEK_MS);
  const nothing = { rated: 0, down: 0, answers: 0, unanswered: 0 };
  const weeks = new Map<string, ModelsView["weeks"][number]>();
  for (const { from, ...counts } of [...(await ratingsByWeek(db, scope, since)), ...(await answersByWeek(db, scope, since))]) {
    const key = from.toISOString();
    weeks.set(key, { ...nothing, ...weeks.get(key), ...counts, from: key });
  }
  return [...weeks.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

async function factsFor(db: Services["db"]) {
  const snapshots = new Map((await listSnapshots(db, scope)).map((snapshot) => [snapshot.id, snapshot]));
  return { snapshots, left: await countSnapshotRows(db, scope), counts: await countComparisons(db, scope), live: await ratingsByVersion(db, scope, new Date(0)), vectors: await countEmbedded(db, scope, POLICY_KINDS) };
}

type VersionFacts = Awaited<ReturnType<typeof factsFor>> & { readonly serving: ServingRow; readonly numberOf: (id: ModelVersionId | null) => number; readonly encoderVersion: string };

function versionView(version: ModelVersionRow, facts: VersionFacts): VersionView {
  const { id, number, verdict, gate, recipe, curve, sizeBytes, sha256, encoderVersion } = version;
  const snapshot = version.snapshotId === null ? undefined : facts.snapshots.get(version.snapshotId);
  const live = facts.live.get(id) ?? { answers: 0, rated: 0, down: 0 };
  return {
    id, number, verdict, gate, recipe, curve, sizeBytes, sha256, encoderVersion,
    kind: version.spaceId === id ? "encoder" : "ranking",
    space: version.spaceVersion === null ? null : { version: facts.numberOf(version.spaceId), encoderVersion: version.spaceVersion, embedded: facts.vectors.embedded.get(version.spaceVersion) ?? 0, of: facts.vectors.chunks },
    parent: facts.numberOf(version.parentId),
    state: stateOf(id, facts.serving, live.answers),
    usable: encoderVersion === facts.encoderVersion,
    snapshot: snapshot ? snapshotView(snapshot, facts.left.get(snapshot.id) ?? 0) : null,
    ...(facts.counts.get(id) ?? { wins: 0, losses: 0, ties: 0 }),
    live: { answers: live.answers, rated: live.rated, down: live.down },
    createdAt: version.createdAt.toISOString(),
  };
}

function stateOf(id: ModelVersionId, serving: ServingRow, answers: number): VersionView["state"] {
  if (id === serving.versionId) return serving.onTrial ? "trial" : "serving";
  return id === serving.previousId || answers > 0 ? "former" : "candidate";
}

function snapshotView({ sha256, rows, facts, demo, createdAt }: SnapshotRecord, left: number): VersionView["snapshot"] {
  return { sha256, rows, left, facts, demo, at: createdAt.toISOString() };
}

function runView(run: TrainingRunRow, { numberOf, nameOf }: { numberOf: (id: ModelVersionId | null) => number; nameOf: (id: string | null) => string | null }): RunView {
  const { id, state, trigger, kind, stage, step, steps, etaSeconds, curve, failure } = run;
  return {
    id, state, trigger, kind, stage, step, steps, etaSeconds, curve, failure,
    requestedBy: nameOf(run.requestedBy),
    version: run.versionId === null ? null : numberOf(run.versionId),
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
