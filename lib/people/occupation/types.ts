/**
 * @file The occupation category of a résumé: one of 24 fields of work, or null where the text does not tell.
 */
export const OCCUPATION_CATEGORIES = [
  "accountant", "advocate", "agriculture", "apparel", "arts", "automobile", "aviation", "banking", "bpo",
  "business-development", "chef", "construction", "consultant", "designer", "digital-media", "engineering", "finance",
  "fitness", "healthcare", "hr", "information-technology", "public-relations", "sales", "teacher",
] as const;
export type OccupationCategory = (typeof OCCUPATION_CATEGORIES)[number];

export interface OccupationGuess {
  readonly category: OccupationCategory;
  /** Calibrated: of guesses with .7, about 70 of 100 agree with the category that the résumé was filed under. */
  readonly confidence: number;
}
