/**
 * @file Opens the occupation classifier that ships and asks it about a résumé. It read English résumés only: a Chinese
 * text, a short one and one that it cannot place get "don't know" (null), never a guess.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { detectLanguage } from "../../core/language";
import { vectorOf } from "./features";
import { decodeOccupation } from "./occupation-file";
import { scoresOf, softmax } from "./softmax-regression";
import type { OccupationModel } from "./train-occupation";
import { OCCUPATION_CATEGORIES, type OccupationGuess } from "./types";

export const OCCUPATION_FOLDER = "occupation-en";
export const OCCUPATION_FILE = "occupation.bin";

/** Guesses below it are not told: above it nine of ten were right on résumés that training had not seen (README). */
export const LEAST_CONFIDENCE = 0.55;

/** Fewer known words and pairs than that are no résumé. */
const LEAST_FEATURES = 25;

/**
 * A résumé with fewer is shorter than all but 2 of 100 that were learned from: the one guess that was told for the demo
 * company's short ones was wrong, so nothing is told below (README).
 */
export const LEAST_FEATURES_TOLD = 135;

export interface OccupationClassifier {
  /** Names the model by its content. */
  readonly version: string;
  /** @returns the category, or null for "don't know" */
  readonly classifyOccupation: (text: string) => OccupationGuess | null;
}

/**
 * @param modelsFolder holds occupation-en: models/ of the project
 * @throws AppError "model/not-found" or "model/unsupported"
 */
export async function openOccupation(modelsFolder: string): Promise<OccupationClassifier> {
  const file = path.join(/* turbopackIgnore: true */ modelsFolder, OCCUPATION_FOLDER, OCCUPATION_FILE);
  const bytes = await readFile(/* turbopackIgnore: true */ file).catch((cause: unknown) => {
    throw new AppError("model/not-found", `The occupation classifier's file ${file} cannot be read. Restore it, or train it: cadre train occupation --help.`, { cause });
  });
  return createOccupation(decodeOccupation(bytes), { version: sha256(bytes).slice(0, 12), leastFeatures: LEAST_FEATURES_TOLD });
}

export function createOccupation(model: OccupationModel, { version, leastFeatures }: { readonly version: string; readonly leastFeatures: number }): OccupationClassifier {
  return {
    version,
    classifyOccupation(text) {
      if (detectLanguage(text) !== "en" || vectorOf(text, model.table).rows.length < leastFeatures) return null;
      const guess = guessOccupation(model, text);
      return guess === null || guess.confidence < LEAST_CONFIDENCE ? null : guess;
    },
  };
}

/** The likeliest category however unsure; null only where the text has too little to go by. */
export function guessOccupation(model: OccupationModel, text: string): OccupationGuess | null {
  const vector = vectorOf(text, model.table);
  if (vector.rows.length < LEAST_FEATURES) return null;
  const probabilities = softmax(scoresOf(model.softmax, vector), model.temperature);
  const confidence = Math.max(...probabilities);
  const category = OCCUPATION_CATEGORIES[probabilities.indexOf(confidence)];
  return category === undefined ? null : { category, confidence };
}
