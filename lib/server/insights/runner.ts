/**
 * @file Runner: claims the training that waits, lets a process compute, stores the version with the gate's verdict, and puts a
 * better one to use. One at a time; what is shown is never touched by a run that fails, is cancelled, or whose table is gone.
 */
import { claimInsightRun, failInsightRun, finishInsightRun, reportInsightRun, requeueInsightRuns, type InsightRunRow } from "../../../db/queries/insight-runs";
import { listInsightLabels } from "../../../db/queries/insight-labels";
import { insertInsightVersion, listInsightVersions, putInsightServing, servingInsight } from "../../../db/queries/insight-versions";
import { holdInsightTable, readInsightCells } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import { fieldOfKind, tableMapping, type InsightStage } from "../../contracts/insights";
import type { Clock } from "../../core/clock";
import { AppError, toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import { isModuleOn } from "../modules/state";
import { record } from "../audit/record";
import { insightsOn } from "./approval";
import { judgeInsight } from "./gate";
import { openMapped } from "./tables";
import type { InsightTrainingInput, InsightTrainingResult } from "./protocol";
import { startInsightTraining, type InsightProcessOptions, type RunningInsight } from "./train-process";

const scope = systemScope("insight training");
const SEED = 11;

export interface InsightRunnerParts {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  readonly clock: Clock;
  /** Unique among live processes. */
  readonly name: string;
  readonly process: InsightProcessOptions;
}

export interface InsightRunner {
  /** A run was queued, or cancelled. */
  wake(): void;
  close(): Promise<void>;
}

export async function openInsightRunner(parts: InsightRunnerParts): Promise<InsightRunner> {
  // With PGlite no other process can be at work: what runs was interrupted.
  if (parts.dialect === "pglite") await requeueInsightRuns(parts.db, scope, "all-running", { countTry: false });
  let working: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let current: { stop: () => void; beat: () => Promise<void> } | null = null;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      for (let run = await claim(parts); run && !closed; run = await claim(parts)) {
        const attempt = createAttempt(parts, run);
        current = attempt;
        await attempt.work(() => closed);
        current = null;
      }
    } while (again && !closed);
  };
  const wake = (): void => {
    again = true;
    current?.beat().catch(report);
    if (closed || working) return;
    working = loop().catch(report).finally(() => (working = null));
  };
  wake();
  const timer = setInterval(wake, LEARNING.lookMs);
  timer.unref();
  return {
    wake,
    async close() {
      closed = true;
      clearInterval(timer);
      current?.stop();
      await working;
    },
  };
}

const report = (error: unknown): void => console.error(`insight training: ${toAppError(error).message}`);

async function claim({ db, name, clock }: InsightRunnerParts): Promise<InsightRunRow | null> {
  if (!(await isModuleOn(db, "insights"))) return null;
  const now = clock.now();
  return claimInsightRun(db, scope, { worker: name, now: new Date(now), leaseUntil: new Date(now + LEARNING.leaseMs) });
}

function createAttempt(parts: InsightRunnerParts, run: InsightRunRow) {
  const { db, clock, name } = parts;
  let progress: { stage: InsightStage; step: number; steps: number | null } = { stage: "read", step: 0, steps: null };
  let child: RunningInsight | null = null;
  let isSwitchedOff = false;
  const beat = async (): Promise<void> => {
    isSwitchedOff = !(await isModuleOn(db, "insights"));
    const isOurs = await reportInsightRun(db, scope, { id: run.id, worker: name, leaseUntil: new Date(clock.now() + LEARNING.leaseMs), ...progress });
    if (!isOurs || isSwitchedOff) child?.cancel();
  };
  const work = async (isClosing: () => boolean): Promise<void> => {
    const pulse = setInterval(() => void beat().catch(report), LEARNING.heartbeatMs);
    try {
      const { input, sha256: table } = await inputOf(db, run);
      child = startInsightTraining(run.id, input, parts.process, ({ stage, step, steps }) => (progress = { stage, step, steps }));
      // Rows were taken out meanwhile: nothing of them may be kept, so it is trained again on what is left.
      if (!(await store(parts, run, { result: await child.result, table }))) await requeueInsightRuns(db, scope, { id: run.id }, { countTry: false });
    } catch (thrown) {
      const error = toAppError(thrown);
      // Switched off: it waits until the module is on again.
      if (isClosing() || isSwitchedOff) await requeueInsightRuns(db, scope, { id: run.id }, { countTry: false });
      else if (error.code === "job/worker-died" && run.attempts < LEARNING.maxAttempts) await requeueInsightRuns(db, scope, { id: run.id }, { countTry: true });
      else if (error.code !== "job/cancelled") {
        if (error.code.startsWith("internal/")) report(error);
        await failInsightRun(db, scope, { id: run.id, worker: name, failure: { code: error.code, message: error.code.startsWith("insights/") ? error.message : error.userMessage } });
      }
    } finally {
      clearInterval(pulse);
    }
  };
  return { beat, work, stop: () => child?.cancel() };
}

async function inputOf(db: Database, run: InsightRunRow): Promise<{ input: InsightTrainingInput; sha256: string | null }> {
  const { row, mapping } = await openMapped(db, scope, run.datasetId);
  const content = await readInsightCells(db, scope, run.datasetId);
  if (!content) throw new AppError("request/not-found", "the table is gone");
  const serving = await servingInsight(db, scope, run.kind);
  const field = fieldOfKind(run.kind);
  const labels = field === null ? new Map<string, string>() : await listInsightLabels(db, scope, { tableId: run.datasetId, field });
  return { input: { kind: run.kind, name: row.name, content, mapping: tableMapping.parse(mapping), labels, seed: SEED, augment: await hasInventedRows(db, run), earlier: serving?.artefact ?? null }, sha256: row.sha256 };
}

/** Making invented rows of a table is asking whether they help: the next training of attrition on it tries them. */
async function hasInventedRows(db: Database, { kind, datasetId }: InsightRunRow): Promise<boolean> {
  return kind === "attrition" && (await listInsightVersions(db, scope, "synthetic")).some((version) => version.datasetId === datasetId);
}

/**
 * Version, people and the run's end together, or nothing: a run that was cancelled leaves no version.
 * @param trained `table`: hash of what it was trained on @returns false when that has changed since: nothing was stored
 */
async function store({ db, name }: InsightRunnerParts, run: InsightRunRow, { result, table }: { result: InsightTrainingResult; table: string | null }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const versionId = newId<string>();
    const held = await holdInsightTable(tx, scope, run.datasetId);
    if (held && held.sha256 !== table) return false;
    if (!held || !(await insightsOn(tx)) || !(await finishInsightRun(tx, scope, { id: run.id, worker: name, versionId }))) return true;
    const champion = await servingInsight(tx, scope, run.kind);
    const { metric } = result;
    const gate = judgeInsight(
      { metric: metric.name, of: metric.of, higherIsBetter: metric.higherIsBetter, value: metric.value },
      champion ? { number: champion.number, figure: { metric: champion.gate.metric, of: champion.gate.of, higherIsBetter: champion.gate.higherIsBetter, value: champion.gate.after } } : null,
      metric.floor,
    );
    const version = { id: versionId, kind: run.kind, datasetId: run.datasetId, parentId: champion?.id ?? null, verdict: gate.verdict, gate, report: result.report, artefact: result.artefact, recipe: { ...result.recipe }, sha256: sha256(JSON.stringify([result.report, result.recipe])) };
    const number = await insertInsightVersion(tx, scope, version, result.people);
    // The first one that beats the average is shown; later ones wait for the HR lead.
    if (champion === null && gate.verdict !== "refused") await putFirst(tx, { run, versionId, number, verdict: gate.verdict });
    return true;
  });
}

async function putFirst(tx: Database, { run, versionId, number, verdict }: { run: InsightRunRow; versionId: string; number: number; verdict: "better" | "provisional" | "refused" }): Promise<void> {
  await putInsightServing(tx, scope, { kind: run.kind, versionId, previousId: null, event: "promoted", version: number, from: 0, reason: "" });
  await record(tx, scope, { action: "insights.promoted", object: { kind: "insight", id: versionId }, facts: { of: run.kind, version: number, from: 0, verdict, reason: "" } });
}
