/** @file Comments: a classifier of labels, and shares by group. Labels that people gave count as given; the others are the model's. */
import { AppError } from "../../../core/errors";
import { classifierFiles, loadClassifier } from "../../../insights/comments/classifier-files";
import { groupComments, SMALLEST_COMMENT_GROUP } from "../../../insights/comments/group-comments";
import { cleanText, readLabelled } from "../../../insights/comments/read-labelled";
import { trainClassifier } from "../../../insights/comments/train-classifier";
import { showCell } from "../../../insights/table/target";
import type { Column, DataTable } from "../../../insights/table/types";
import { createEncoder } from "../../../runtime/encoder";
import { createExecutor } from "../../../runtime/executor";
import type { TrainKind } from "./trained-by";

/** Columns with more values are no groups. */
const MOST_VALUES = 30;

export const trainCommentsKind: TrainKind = async ({ table, seed, settings, tell }) => {
  const text = table.columns.find(({ role, kind }) => role === "feature" && kind === "text");
  const label = table.columns.find(({ role }) => role === "target");
  if (!text || !label) throw new AppError("insights/bad-target", "Comments need a column of text and a column of labels.");
  const data = readLabelled(table, { text: text.name, label: label.name });
  const executor = await createExecutor();
  const encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: settings.modelsDir });
  const { report, classifier } = await trainClassifier(data, { executor, encoder, seed, onProgress: () => tell("validate", 0, null) });
  tell("explain", 0, null);
  const loaded = loadClassifier(classifierFiles(classifier, report, table.name), { executor, encoder });
  const labels = await labelsOf({ table, text, label, known: data.labels }, loaded);
  await loaded.close();
  const columns = table.columns.filter(({ role, kind, categories, name }) => role === "feature" && (kind === "category" || kind === "boolean") && categories.length <= MOST_VALUES && name !== text.name);
  const groups = columns.flatMap((column) => groupComments(labels.flatMap((one, row) => (one === null ? [] : [{ group: showCell(column, row) ?? "–", label: one }])), data.labels).map((group) => ({ column: column.name, ...group })));
  const value = report.metrics["macroF1"];
  if (!value) throw new AppError("internal/broken-assumption", "a text report has no macro-F1");
  return { report: { ...report, groups, smallest: SMALLEST_COMMENT_GROUP }, metric: { name: "macroF1", value, higherIsBetter: true, floor: 1 / data.labels.length }, artefact: null, people: [], recipe: { model: report.model, seed } };
};

/** Per row the label that somebody gave, else the model's; null for an empty comment. */
async function labelsOf({ table, text, label, known }: { table: DataTable; text: Column; label: Column; known: readonly string[] }, classifier: { predict(texts: readonly string[]): Promise<{ label: string }[]> }): Promise<(string | null)[]> {
  const given = Array.from({ length: table.rows }, (_, row) => {
    const value = showCell(label, row);
    return value !== null && known.includes(value) ? value : null;
  });
  const open = given.flatMap((value, row) => (value === null && cleanText(String(text.cells[row] ?? "")) !== "" ? [row] : []));
  if (open.length === 0) return given;
  const found = await classifier.predict(open.map((row) => cleanText(String(text.cells[row] ?? ""))));
  open.forEach((row, at) => (given[row] = found[at]?.label ?? null));
  return given;
}
