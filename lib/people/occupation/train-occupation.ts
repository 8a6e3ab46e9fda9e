/**
 * @file Trains the occupation classifier: features, weights, and from held-out folds the temperature of its confidences.
 */
import { fitTemperature, type Judged } from "./calibration";
import { buildTable, vectorOf, type FeatureTable } from "./features";
import { scoresOf, trainSoftmax, type SoftmaxModel, type SoftmaxRecipe } from "./softmax-regression";
import { OCCUPATION_CATEGORIES } from "./types";

export interface LabelledResume {
  readonly text: string;
  /** Index into OCCUPATION_CATEGORIES. */
  readonly target: number;
}

export interface OccupationModel {
  readonly table: FeatureTable;
  readonly softmax: SoftmaxModel;
  readonly temperature: number;
}

/** Chosen by cross-validation on the training résumés: README. */
export const OCCUPATION_RECIPE: SoftmaxRecipe & { readonly minTexts: number } = { epochs: 12, rate: 0.3, l2: 1e-4, minTexts: 4, seed: 1 };

const FOLDS = 5;

/** @returns the model of all résumés, and the scores that five models gave the résumés they had not seen */
export function trainOccupation(resumes: readonly LabelledResume[], recipe = OCCUPATION_RECIPE): { model: OccupationModel; heldOut: Judged[] } {
  const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
    const part = fit(resumes.filter((__, at) => at % FOLDS !== fold), recipe);
    return resumes.filter((__, at) => at % FOLDS === fold).map(({ text, target }) => ({ scores: scoresOf(part.softmax, vectorOf(text, part.table)), target }));
  }).flat();
  return { model: { ...fit(resumes, recipe), temperature: fitTemperature(heldOut) }, heldOut };
}

function fit(resumes: readonly LabelledResume[], recipe: typeof OCCUPATION_RECIPE): Omit<OccupationModel, "temperature"> {
  const table = buildTable(resumes.map(({ text }) => text), recipe.minTexts);
  const examples = resumes.map(({ text, target }) => ({ vector: vectorOf(text, table), target }));
  return { table, softmax: trainSoftmax(examples, { rows: table.rows.size, classes: OCCUPATION_CATEGORIES.length, recipe }) };
}
