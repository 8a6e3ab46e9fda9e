/** @file Synthetic profiles: usefulness and privacy over splits, and a few invented rows to look at. */
import { AppError } from "../../../core/errors";
import { showValue } from "../../../insights/explain/show-value";
import { measureSynthetic } from "../../../insights/synthetic/measure-synthetic";
import { createExecutor } from "../../../runtime/executor";
import type { TrainKind } from "./trained-by";

const SHOWN_ROWS = 8;

export const trainSyntheticKind: TrainKind = async ({ table, mapping, seed, tell }) => {
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]));
  const made = await measureSynthetic(table, { target, roles, seed, executor: await createExecutor(), onProgress: (split) => tell("validate", split, null) });
  if ("kind" in made) throw new AppError("insights/too-few-data", made.message, { userMessage: made.message });
  const { report, synthetic } = made;
  const columns = synthetic.columns.filter(({ role }) => role === "feature" || role === "target");
  const sample = { columns: columns.map(({ name }) => name), rows: Array.from({ length: Math.min(SHOWN_ROWS, synthetic.rows) }, (_, row) => columns.map((column) => showValue(column, column.cells[row] ?? null))) };
  return { report: { ...report, sample }, metric: { name: "gain", value: report.gain, higherIsBetter: true, floor: 0 }, artefact: null, people: [], recipe: { model: "conditional GAN", seed, helps: report.helps } };
};
