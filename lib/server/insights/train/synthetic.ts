/** @file Synthetic profiles: usefulness and privacy over splits, and a few invented rows to look at. */
import { AppError } from "../../../core/errors";
import { showValue } from "../../../insights/explain/show-value";
import { measureSynthetic } from "../../../insights/synthetic/measure-synthetic";
import { writeResumes } from "../../../insights/synthetic/resume-writer";
import { createExecutor } from "../../../runtime/executor";
import type { TrainKind } from "./trained-by";

const SHOWN_ROWS = 8;
const SHOWN_RESUMES = 2;
/** Present posts run to this month: fixed, so that equal tables give equal reports. */
const RESUME_MONTH = "2026-01";

export const trainSyntheticKind: TrainKind = async ({ table, mapping, seed, tell }) => {
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]));
  const made = await measureSynthetic(table, { target, roles, seed, executor: await createExecutor(), onProgress: (split) => tell("validate", split, null) });
  if ("kind" in made) throw new AppError("insights/too-few-data", made.message, { userMessage: made.message });
  const { report, synthetic } = made;
  const columns = synthetic.columns.filter(({ role }) => role === "feature" || role === "target");
  const shownRows = Math.min(SHOWN_ROWS, synthetic.rows);
  // From all over the table: rows stand in the order of the outcomes that they were made for.
  const sample = { columns: columns.map(({ name }) => name), rows: Array.from({ length: shownRows }, (_, at) => Math.floor((at * synthetic.rows) / shownRows)).map((row) => columns.map((column) => showValue(column, column.cells[row] ?? null))) };
  // In both languages: whoever looks reads one.
  const resumes = writeResumes(synthetic, SHOWN_RESUMES, { language: "en", seed, month: RESUME_MONTH }).map(({ markdown }, at) => ({ en: markdown, zh: writeResumes(synthetic, SHOWN_RESUMES, { language: "zh", seed, month: RESUME_MONTH })[at]?.markdown ?? "" }));
  return { report: { ...report, sample, resumes }, metric: { name: "gain", value: report.gain, higherIsBetter: true, floor: 0 }, artefact: null, people: [], recipe: { model: "conditional GAN", seed, helps: report.helps } };
};
