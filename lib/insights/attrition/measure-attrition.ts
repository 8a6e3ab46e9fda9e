/**
 * @file measureAttrition: table in, report out. Cross-validates the logistic model and its rivals on the same folds, takes
 * trees where they are surely better, and assembles what a reader must know: figures with intervals, calibration, importance, causes, fairness, warnings.
 */
import type { Executor } from "../../engine/executor";
import type { FeatureImportance } from "../explain/types";
import type { BinaryFigures, CrossValidationPlan } from "../measure/cross-validate";
import { fairnessOf } from "../measure/fairness";
import { nameSuspect } from "../table/name-suspect";
import type { DataTable, Notice } from "../table/types";
import { causesByGroup } from "./causes";
import { importanceOf } from "./importance";
import { deletionOf, RAISED } from "./attrition-model";
import { crossValidateLearner, isSurelyBetter, LINE, TREES, type Learned, type Learner } from "./learners";
import { prepareAttrition, type PreparedTable, type PrepareOptions } from "./prepare";
import { measureMlp } from "./mlp-rival";
import { measureSurvival } from "./survival/measure-survival";
import type { AttritionReport, ModelFigures, ProtectedDecision, TooFewData } from "./types";

export interface MeasureOptions extends PrepareOptions {
  /** Default 10 folds × 3 repeats; 10 × 1 above 5,000 rows, 5 × 1 above 20,000. */
  readonly folds?: number;
  readonly repeats?: number;
  readonly seed?: number;
  /** A column of tenure for the survival model that the other models may learn from all the same; `time` takes it from them. */
  readonly tenure?: string;
  /** Runs the network; without it the report has no MLP. */
  readonly executor?: Executor;
  /** Measure also with the protected columns, to know what holding them apart costs. Default true. */
  readonly withProtected?: boolean;
  /** How the logistic model learns from rows; default: from them as they are. */
  readonly learner?: Learner;
  readonly onProgress?: (part: string, done: number, of: number) => void;
}

/** More than this AUC is unheard of for people leaving by what is known before. @source DESIGN, issue 8 */
const TOO_GOOD_AUC = 0.9;
const LARGE_ROWS = 20_000;
/** From here on one repeat of the folds tells as much: what splits happen to be drawn moves the figures by less than their intervals. */
const SURE_ROWS = 5_000;

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export async function measureAttrition(raw: DataTable, options: MeasureOptions = {}): Promise<AttritionReport | TooFewData> {
  const prepared = prepareAttrition(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  const isLarge = prepared.table.rows > LARGE_ROWS;
  const { folds = isLarge ? 5 : 10, repeats = prepared.table.rows > SURE_ROWS ? 1 : 3, seed = 1, learner = LINE, onProgress } = options;
  const plan: CrossValidationPlan = { strata: prepared.outcomes, groups: prepared.groups, folds, repeats, seed };
  const progress = (part: string): Pick<CrossValidationPlan, "onProgress"> => ({ onProgress: (done, of) => onProgress?.(part, done, of) });
  const rivalPlan = { ...plan, repeats: 1 };
  const line = await crossValidateLearner(prepared, { features: prepared.features, learner }, { ...plan, ...progress("logistic") });
  const trees = await crossValidateLearner(prepared, { features: prepared.features, learner: TREES }, { ...rivalPlan, ...progress("trees") });
  const takesTrees = isSurelyBetter(trees.found, line.found.slice(0, folds), prepared.outcomes);
  const main = !takesTrees ? line : repeats === 1 ? trees : await crossValidateLearner(prepared, { features: prepared.features, learner: TREES }, { ...plan, ...progress("trees") });
  const tenure = options.time ?? options.tenure;
  const survival = tenure === undefined ? null : await measureSurvival(prepared, tenure, { ...rivalPlan, ...progress("survival") });
  const mlp = options.executor && !isLarge ? await measureMlp(prepared, options.executor, { ...rivalPlan, ...progress("network") }) : null;
  const apart = await protectedDecision(prepared, { ...options, learner: main.learner }, { ...rivalPlan, ...progress("with protected columns") });
  const model = await main.learner.learn(prepared, allRows(prepared), { features: prepared.features, seed });
  const said = ({ learner: { kind, how }, figures, found }: Learned): ModelFigures => ({ model: kind, metrics: figures.metrics, calibration: figures.calibration, how: `${how}; ${folds} folds × ${found.length / folds}.` });
  const importance = importanceOf(prepared, main.found.slice(0, folds), main.models);
  const rate = prepared.events / prepared.table.rows;
  return {
    kind: "measured",
    target: prepared.target,
    event: prepared.event,
    time: tenure ?? null,
    n: prepared.table.rows,
    events: prepared.events,
    folds,
    repeats,
    model: main.learner.kind,
    metrics: { ...main.figures.metrics, ...(survival ? survival.report.metrics : {}) },
    calibration: main.figures.calibration,
    importance,
    models: [...(takesTrees ? [main, line] : [line, trees]).map(said), ...(mlp ? [mlp] : []), ...(survival ? [survivalFigures(survival.report.metrics)] : [])],
    protected: apart,
    fairness: prepared.table.columns.filter((column) => column.role === "protected").map((column) => fairnessOf(column, main.figures.heldOut, { outcomes: prepared.outcomes, threshold: Math.min(0.9, RAISED * rate) })),
    causes: causesByGroup(model, prepared),
    survival: survival?.report ?? null,
    deletion: deletionOf(model, prepared.table),
    warnings: [...prepared.notices, ...(survival?.notices ?? []), ...modelNotices(prepared, main.figures, { apart, importance })],
  };
}

const allRows = ({ table }: PreparedTable): number[] => Array.from({ length: table.rows }, (_, row) => row);

async function protectedDecision(prepared: PreparedTable, options: MeasureOptions, plan: CrossValidationPlan): Promise<ProtectedDecision> {
  const columns = prepared.table.columns.filter((column) => column.role === "protected").map((column) => column.name);
  const used = (options.useProtected ?? []).length > 0;
  if (options.withProtected === false || columns.length === 0) return { columns, used, withThem: null };
  const { figures } = await crossValidateLearner(prepared, { features: [...prepared.features, ...columns], learner: options.learner ?? LINE }, plan);
  return { columns, used, withThem: figures.metrics };
}

const survivalFigures = (metrics: ModelFigures["metrics"]): ModelFigures => ({ model: "survival", metrics, calibration: null, how: "Cox regression with Efron's ties and a ridge penalty; 10 folds × 1." });

function modelNotices(prepared: PreparedTable, { metrics, calibration }: BinaryFigures, { apart, importance }: { apart: ProtectedDecision; importance: readonly FeatureImportance[] }): Notice[] {
  const notices: Notice[] = [];
  const [auc, ap] = [metrics["auc"], metrics["ap"]];
  const { columns, sentence } = nameSuspect(importance, "columns that were filled in after people had left");
  if (auc && auc.mean > TOO_GOOD_AUC) notices.push({ code: "leak/too-good", level: "alarm", columns, values: { auc: rounded(auc.mean) }, message: `Leak suspected: AUC ${rounded(auc.mean)} is better than leaving can usually be foretold (0.7 to 0.85). ${sentence}` });
  if (auc && auc.low <= 0.5) notices.push({ code: "model/no-better-than-chance", level: "alarm", columns: [], values: { auc: rounded(auc.mean) }, message: `AUC ${rounded(auc.mean)} (${rounded(auc.low)} to ${rounded(auc.high)}) is no better than chance: this table does not tell who leaves. Do not use the estimates.` });
  const perEvent = Math.min(prepared.events, prepared.table.rows - prepared.events) / prepared.features.length;
  if (perEvent < 5) notices.push({ code: "model/few-events", level: "warning", columns: [], values: { events: prepared.events, features: prepared.features.length }, message: `Only ${perEvent.toFixed(1)} events per column: the intervals are wide, and single causes are not certain.` });
  if (calibration.slope < 0.8 || calibration.slope > 1.25) notices.push({ code: "model/not-calibrated", level: "warning", columns: [], values: { slope: rounded(calibration.slope) }, message: `The calibration slope is ${rounded(calibration.slope)}; 1 would be right. Read the bands, not the exact percentages.` });
  const withAuc = apart.withThem?.["auc"];
  const withAp = apart.withThem?.["ap"];
  if (auc && ap && withAuc && withAp) {
    notices.push({ code: "model/protected-costs", level: "info", columns: apart.columns, values: { without: rounded(auc.mean), with: rounded(withAuc.mean) }, message: `Holding ${apart.columns.join(", ")} apart: AUC ${rounded(auc.mean)}, AP ${rounded(ap.mean)}; with them it would be ${rounded(withAuc.mean)}, ${rounded(withAp.mean)} (one repeat of the folds).` });
  }
  return notices;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
