/** @file Which column to look at first when only the whole model is too good to be true: the one that it rests on most. */
import type { FeatureImportance } from "../explain/types";

export interface Suspect {
  /** None when no column carries the model. */
  readonly columns: readonly string[];
  /** To stand after "is better than …". */
  readonly sentence: string;
}

/** @param importance largest first @param what what other columns to look for, as in "for columns that …" */
export function nameSuspect([first]: readonly FeatureImportance[], what: string): Suspect {
  if (!first || first.importance.mean <= 0) return { columns: [], sentence: `Look for ${what}, and for copies of rows.` };
  return { columns: [first.feature], sentence: `The model rests most on "${first.feature}": look there first, then for other ${what}, and for copies of rows.` };
}
