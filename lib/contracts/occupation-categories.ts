/** @file The fields of work that the occupation classifier tells apart; commands, profiles and screens share the list. */
export const OCCUPATION_CATEGORIES = [
  "accountant", "advocate", "agriculture", "apparel", "arts", "automobile", "aviation", "banking", "bpo",
  "business-development", "chef", "construction", "consultant", "designer", "digital-media", "engineering", "finance",
  "fitness", "healthcare", "hr", "information-technology", "public-relations", "sales", "teacher",
] as const;
export type OccupationCategory = (typeof OCCUPATION_CATEGORIES)[number];
