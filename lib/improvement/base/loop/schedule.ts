/**
 * @file Learning rate: linear warm-up, a plateau, a cosine down to the end. When the run is cut by the clock the end is
 * not known beforehand, so the plateau lasts until it is decided where the fall begins.
 */
import type { Recipe } from "../recipe";

/** Where the rate begins to fall and how many steps it falls; null: not decided yet. */
export interface Decay {
  readonly from: number;
  readonly steps: number;
}

type Rates = Pick<Recipe, "warmUpSteps" | "peakRate" | "finalRate">;

/** @param step 0-based */
export function learningRate(step: number, recipe: Rates, decay: Decay | null): number {
  if (step < recipe.warmUpSteps) return (recipe.peakRate * (step + 1)) / recipe.warmUpSteps;
  if (!decay || step < decay.from) return recipe.peakRate;
  const gone = Math.min(1, (step - decay.from + 1) / decay.steps);
  return recipe.finalRate + 0.5 * (recipe.peakRate - recipe.finalRate) * (1 + Math.cos(Math.PI * gone));
}

export interface Clock {
  /** Training seconds so far, earlier parts of the run included. */
  readonly seconds: number;
  readonly maxSeconds: number | null;
  readonly secondsPerStep: number;
}

/**
 * Decides whether the fall begins at this step: when the recipe's share of the steps is left, or of the time, whichever
 * comes first.
 */
export function decideDecay(step: number, recipe: Pick<Recipe, "steps" | "decayShare" | "warmUpSteps">, clock: Clock): Decay | null {
  const bySteps = Math.round(recipe.steps * (1 - recipe.decayShare));
  if (step < recipe.warmUpSteps) return null;
  if (step >= bySteps) return { from: step, steps: Math.max(1, recipe.steps - step) };
  if (clock.maxSeconds === null || clock.seconds < clock.maxSeconds * (1 - recipe.decayShare)) return null;
  const left = Math.floor(Math.max(0, clock.maxSeconds - clock.seconds) / Math.max(clock.secondsPerStep, 1e-6));
  return { from: step, steps: Math.max(1, Math.min(left, recipe.steps - step)) };
}
