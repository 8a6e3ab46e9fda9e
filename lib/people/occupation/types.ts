/**
 * @file The occupation category of a résumé: one of 24 fields of work, or null where the text does not tell.
 */
import type { OccupationCategory } from "../../contracts/occupation-categories";

export { OCCUPATION_CATEGORIES, type OccupationCategory } from "../../contracts/occupation-categories";

export interface OccupationGuess {
  readonly category: OccupationCategory;
  /** Calibrated: of guesses with .7, about 70 of 100 agree with the category that the résumé was filed under. */
  readonly confidence: number;
}
