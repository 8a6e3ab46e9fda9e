/** @file Comments: a classifier of how they sound or of what they are about, and shares by group. Labels that people gave, in the file or here, count as given; the others are the model's. */
import type { LabelField } from "../../../contracts/insights";
import { AppError } from "../../../core/errors";
import { classifierFiles, loadClassifier } from "../../../insights/comments/classifier-files";
import { groupComments, SMALLEST_COMMENT_GROUP } from "../../../insights/comments/group-comments";
import { commentsOf, commentText, labelColumn, withLabels } from "../../../insights/comments/label-columns";
import { cleanText, MIN_PER_LABEL, readLabelled } from "../../../insights/comments/read-labelled";
import { trainClassifier } from "../../../insights/comments/train-classifier";
import { showCell } from "../../../insights/table/target";
import type { Column, DataTable } from "../../../insights/table/types";
import { createEncoder } from "../../../runtime/encoder";
import { createExecutor } from "../../../runtime/executor";
import type { TrainKind } from "./trained-by";

/** Columns with more values are no groups. */
const MOST_VALUES = 30;

export const trainComments = (field: LabelField): TrainKind => async ({ table: file, labels: given, seed, settings, tell }) => {
  const text = commentText(file);
  if (!text) throw new AppError("insights/bad-target", "Comments need a column of text.");
  if (labelColumn(file, field) === null && given.size === 0) throw noLabels(field);
  const { table, label } = withLabels(file, field, given);
  const data = readLabelled(table, { text: text.name, label });
  const executor = await createExecutor();
  const encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: settings.modelsDir });
  const { report, classifier } = await trainClassifier(data, { executor, encoder, seed, onRound: (done, of) => tell("validate", done, of) });
  tell("explain", 0, null);
  const loaded = loadClassifier(classifierFiles(classifier, report, table.name), { executor, encoder });
  const labels = await labelsOf({ table, text, label: table.columns.find(({ name }) => name === label), known: data.labels }, loaded);
  await loaded.close();
  // What a comment is about is a group of how it sounds, and the other way round.
  const columns = table.columns.filter(({ role, kind, categories, name }) => (role === "feature" || role === "target") && (kind === "category" || kind === "boolean") && categories.length <= MOST_VALUES && name !== label);
  const groups = columns.flatMap((column) => groupComments(labels.flatMap((one, row) => (one === null ? [] : [{ group: showCell(column, row) ?? "–", label: one }])), data.labels).map((group) => ({ column: column.name, ...group })));
  const value = report.metrics["macroF1"];
  if (!value) throw new AppError("internal/broken-assumption", "a text report has no macro-F1");
  return { report: { ...report, groups, smallest: SMALLEST_COMMENT_GROUP }, metric: { name: "macroF1", of: data.labels.join(", "), value, higherIsBetter: true, floor: 1 / data.labels.length }, artefact: null, people: [], recipe: { model: report.model, field, labelledHere: commentsOf(file, field).filter(({ id }) => given.has(id)).length, seed } };
};

function noLabels(field: LabelField): AppError {
  const message = `No comment of this table is labelled with ${field === "theme" ? "a theme" : "a sentiment"} yet. Label some of them first (Comments, “Label comments”): at least ${MIN_PER_LABEL} of each of two labels.`;
  return new AppError("insights/too-few-data", message, { userMessage: message });
}

/** Per row the label that somebody gave, else the model's; null for an empty comment. */
async function labelsOf({ table, text, label, known }: { table: DataTable; text: Column; label: Column | undefined; known: readonly string[] }, classifier: { predict(texts: readonly string[]): Promise<{ label: string }[]> }): Promise<(string | null)[]> {
  const given = Array.from({ length: table.rows }, (_, row) => {
    const value = label ? showCell(label, row) : null;
    return value !== null && known.includes(value) ? value : null;
  });
  const open = given.flatMap((value, row) => (value === null && cleanText(String(text.cells[row] ?? "")) !== "" ? [row] : []));
  if (open.length === 0) return given;
  const found = await classifier.predict(open.map((row) => cleanText(String(text.cells[row] ?? ""))));
  open.forEach((row, at) => (given[row] = found[at]?.label ?? null));
  return given;
}
