/** @file Attrition: cross-validated report, model of the whole table, and for everyone who has not left an estimate with its reasons. */
import { AppError } from "../../../core/errors";
import { estimateRisks, explainRisk, trainAttrition } from "../../../insights/attrition/attrition-model";
import { counterfactualOf } from "../../../insights/attrition/counterfactual";
import { measureAttrition } from "../../../insights/attrition/measure-attrition";
import { prepareAttrition } from "../../../insights/attrition/prepare";
import type { AttritionModel, RiskEstimate, TooFewData } from "../../../insights/attrition/types";
import type { Counterfactual, Explanation } from "../../../insights/explain/types";
import { assignRoles } from "../../../insights/table/assign-roles";
import { eventTarget, showCell } from "../../../insights/table/target";
import type { DataTable } from "../../../insights/table/types";
import { createExecutor } from "../../../runtime/executor";
import { tenureOf } from "../mapping";
import { keyOfRow } from "../table-file";
import { keysOf } from "../tables";
import type { PersonResult } from "../protocol";
import type { TrainKind, TrainingTask } from "./trained-by";

const FOLDS = 10;
const SHOWN_REASONS = 8;

export const trainAttritionKind: TrainKind = async (task) => {
  const { table, mapping, seed, tell } = task;
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const time = table.columns.find(({ role }) => role === "time")?.name;
  const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]));
  const tenure = time === undefined ? tenureOf(table) : undefined;
  const options = { target, roles, seed, ...(time === undefined ? {} : { time }), ...(tenure === undefined ? {} : { tenure }) };
  const repeats = table.rows > 1000 ? 3 : 1;
  const executor = await createExecutor();
  const report = measured(await measureAttrition(table, { ...options, folds: FOLDS, repeats, executor, onProgress: (_part, done, of) => tell("validate", done, of) }));
  tell("explain", 0, null);
  const model = fitted(trainAttrition(table, options));
  const people = peopleWith(task, { target, roles, model });
  const { auc } = report.metrics;
  if (!auc) throw new AppError("internal/broken-assumption", "an attrition report has no AUC");
  return {
    report: { ...report, bands: model.bands, baseRate: model.baseRate },
    metric: { name: "auc", value: auc, higherIsBetter: true, floor: 0.5 },
    artefact: model,
    people,
    recipe: { model: report.model, folds: report.folds, repeats: report.repeats, penalty: model.model.penalty, seed },
  };
};

const measured = (result: Awaited<ReturnType<typeof measureAttrition>>) => (result.kind === "measured" ? result : refuse(result));
const fitted = (result: AttritionModel | TooFewData): AttritionModel => ("kind" in result ? refuse(result) : result);

function refuse(few: TooFewData): never {
  throw new AppError("insights/too-few-data", few.message, { userMessage: few.message, context: { rows: few.have.rows, events: few.have.events, needRows: few.need.rows, needEvents: few.need.events } });
}

/** Those who have left are the past: only the others have an estimate. */
function peopleWith({ table, mapping }: TrainingTask, { target, roles, model }: { target: string; roles: Record<string, DataTable["columns"][number]["role"]>; model: AttritionModel }): PersonResult[] {
  const prepared = prepareAttrition(table, { target, roles });
  if (prepared.kind !== "prepared") return [];
  const typed = assignRoles(table, { target, roles }).table;
  const { outcomes } = eventTarget(table, target);
  const here = outcomes.flatMap((outcome, row) => (outcome === 1 ? [] : [row]));
  const keys = keysOf(table, mapping);
  const group = table.columns.find(({ name }) => name === mapping.group);
  return estimateRisks(model, typed, here).map((risk) => ({
    rowKey: keyOfRow(keys, risk.row),
    group: group ? (showCell(group, risk.row) ?? "") : "",
    band: risk.band,
    value: risk.probability,
    detail: detailOf(risk, explainRisk(model, typed, risk.row), counterfactualOf(model, typed, risk.row)),
  }));
}

function detailOf({ probability, low, high }: RiskEstimate, { base, score, scale, contributions }: Explanation, change: Counterfactual | null) {
  return { probability, low, high, base, score, scale, reasons: contributions.slice(0, SHOWN_REASONS).map(({ feature, shown, amount }) => ({ feature, shown, amount })), change };
}
