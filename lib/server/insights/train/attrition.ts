/**
 * @file Attrition: cross-validated report, model of the whole table, and for everyone who has not left an estimate with its reasons and,
 * where the table has a column of tenure, the risk over horizons.
 */
import { AppError } from "../../../core/errors";
import { estimateRisks, explainRisk, settingOf, trainAttrition } from "../../../insights/attrition/attrition-model";
import { counterfactualOf } from "../../../insights/attrition/counterfactual";
import { measureAttrition } from "../../../insights/attrition/measure-attrition";
import { prepareAttrition, type PreparedTable } from "../../../insights/attrition/prepare";
import { HORIZON_MONTHS, measureHorizons, TABLE_MONTHS, type Horizons } from "../../../insights/attrition/survival/horizons";
import type { AttritionModel, RiskEstimate, TooFewData } from "../../../insights/attrition/types";
import type { Counterfactual, Explanation } from "../../../insights/explain/types";
import { assignRoles } from "../../../insights/table/assign-roles";
import { eventTarget, showCell } from "../../../insights/table/target";
import type { DataTable, Notice } from "../../../insights/table/types";
import { challengeAugmented, fitAugmented, inventingLearner } from "../../../insights/synthetic/augment";
import { createExecutor } from "../../../runtime/executor";
import { tenureOf } from "../mapping";
import { keyOfRow } from "../table-file";
import { keysOf } from "../tables";
import type { PersonResult } from "../protocol";
import type { TrainKind, TrainingTask } from "./trained-by";

const FOLDS = 10;
const SHOWN_REASONS = 8;
const SMALLEST_HORIZON_GROUP = 10;

export const trainAttritionKind: TrainKind = async (task) => {
  const { table, mapping, seed, augment, tell } = task;
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const time = table.columns.find(({ role }) => role === "time")?.name;
  const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]));
  const tenure = time === undefined ? tenureOf(table) : undefined;
  const options = { target, roles, seed, ...(time === undefined ? {} : { time }), ...(tenure === undefined ? {} : { tenure }) };
  const repeats = table.rows > 1000 && table.rows <= 5000 ? 3 : 1;
  const executor = await createExecutor();
  const prepared = prepareAttrition(table, options);
  const augmentation = augment && prepared.kind === "prepared" ? await challengeAugmented(prepared, { executor, seed, onProgress: (done, of) => tell("validate", done, of) }) : null;
  // What serves is what is measured: with invented rows taken, the gate and every figure are of the model that learns from them too.
  const how = augmentation?.isTaken ? { learner: inventingLearner({ executor }), repeats: 1 } : { repeats };
  const report = measured(await measureAttrition(table, { ...options, folds: FOLDS, ...how, executor, onProgress: (_part, done, of) => tell("validate", done, of) }));
  tell("explain", 0, null);
  // Invented rows help the line; where trees are better than it, they serve without.
  const isInvented = augmentation?.isTaken === true && report.model === "logistic";
  const model = isInvented && prepared.kind === "prepared" ? await fitAugmented(prepared, { executor, seed }) : fitted(trainAttrition(table, { ...options, kind: report.model === "trees" ? "trees" : "logistic" }));
  const people = await peopleWith(task, { target, roles, model, ...(time ?? tenure ? { tenure: time ?? tenure } : {}) });
  const { auc } = report.metrics;
  if (!auc) throw new AppError("internal/broken-assumption", "an attrition report has no AUC");
  return {
    report: { ...report, warnings: [...report.warnings, ...people.notices], bands: model.bands, baseRate: model.baseRate, horizons: people.horizons, augmentation: augmentation && { ...augmentation, isTaken: isInvented } },
    metric: { name: "auc", value: auc, higherIsBetter: true, floor: 0.5 },
    artefact: model,
    people: people.people,
    recipe: { model: report.model, folds: report.folds, repeats: report.repeats, ...settingOf(model), seed, ...(augmentation ? { invented: isInvented } : {}) },
  };
};

const measured = (result: Awaited<ReturnType<typeof measureAttrition>>) => (result.kind === "measured" ? result : refuse(result));
const fitted = (result: AttritionModel | TooFewData): AttritionModel => ("kind" in result ? refuse(result) : result);

function refuse(few: TooFewData): never {
  throw new AppError("insights/too-few-data", few.message, { userMessage: few.message, context: { rows: few.have.rows, events: few.have.events, needRows: few.need.rows, needEvents: few.need.events } });
}

interface Fitted {
  readonly target: string;
  readonly roles: Record<string, DataTable["columns"][number]["role"]>;
  readonly model: AttritionModel;
  readonly tenure?: string | undefined;
}

/** Those who have left are the past: only the others have an estimate. */
async function peopleWith({ table, mapping, seed }: TrainingTask, { target, roles, model, tenure }: Fitted): Promise<{ people: PersonResult[]; horizons: unknown; notices: Notice[] }> {
  const prepared = prepareAttrition(table, { target, roles });
  if (prepared.kind !== "prepared") return { people: [], horizons: null, notices: [] };
  const typed = assignRoles(table, { target, roles }).table;
  const { outcomes } = eventTarget(table, target);
  const here = outcomes.flatMap((outcome, row) => (outcome === 1 ? [] : [row]));
  const keys = keysOf(table, mapping);
  const group = table.columns.find(({ name }) => name === mapping.group);
  const groupOf = (row: number): string => (group ? (showCell(group, row) ?? "") : "");
  const horizons = tenure === undefined ? null : await measureHorizons(prepared, tenure, { seed });
  // Rows without an outcome are not in the prepared table.
  const placeOf = new Map(outcomes.flatMap((outcome, row) => (outcome === null ? [] : [row])).map((row, at) => [row, at]));
  const people = estimateRisks(model, typed, here).map((risk): PersonResult => ({
    rowKey: keyOfRow(keys, risk.row),
    group: groupOf(risk.row),
    band: risk.band,
    value: risk.probability,
    detail: { ...detailOf(risk, explainRisk(model, typed, risk.row), counterfactualOf(model, typed, risk.row)), horizons: (horizons?.risks.get(placeOf.get(risk.row) ?? -1) ?? []).map((interval, at) => ({ months: HORIZON_MONTHS[at], risk: interval })) },
  }));
  return {
    people,
    horizons: horizons && horizonReport(horizons, here.flatMap((row) => (placeOf.has(row) ? [{ place: placeOf.get(row) ?? 0, group: groupOf(row) }] : []))),
    notices: tenure !== undefined && horizons === null ? [severalYears(prepared, tenure)] : [],
  };
}

/** Why there is no risk over horizons although there is a tenure. */
function severalYears({ table, events }: PreparedTable, tenure: string): Notice {
  const share = Math.round((100 * events) / table.rows);
  return { code: "time/several-years", level: "warning", columns: [tenure], values: { share }, message: `${share} % of the rows are leavers: more than leave in a year, so the table must hold those of several. The risk within 6, 12 or 24 months cannot be told from it, and every share in it is of that longer time.` };
}

/** By group, the whole company first; groups of few people are left out and counted. */
function horizonReport(horizons: Horizons, here: readonly { place: number; group: string }[]) {
  const known = here.filter(({ place }) => horizons.risks.has(place));
  const names = ["", ...[...new Set(known.map(({ group }) => group))].filter((name) => name !== "").sort((a, b) => a.localeCompare(b))];
  const groups = names.map((group) => ({ group, rows: known.filter((one) => group === "" || one.group === group).map(({ place }) => place) }));
  const shown = groups.filter(({ rows }) => rows.length >= SMALLEST_HORIZON_GROUP);
  return { tenure: horizons.tenure, monthsPerUnit: horizons.monthsPerUnit, tableMonths: TABLE_MONTHS, months: [...HORIZON_MONTHS], check: horizons.check, groups: shown.map(({ group, rows }) => ({ group, n: rows.length, risks: horizons.meanOver(rows) })), suppressed: groups.length - shown.length, smallest: SMALLEST_HORIZON_GROUP };
}

function detailOf({ probability, low, high }: RiskEstimate, { base, score, scale, contributions }: Explanation, change: Counterfactual | null) {
  return { probability, low, high, base, score, scale, reasons: contributions.slice(0, SHOWN_REASONS).map(({ feature, shown, amount }) => ({ feature, shown, amount })), change };
}
