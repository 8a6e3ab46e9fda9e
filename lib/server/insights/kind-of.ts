/** @file The kind that a path names. */
import { INSIGHT_KINDS, type InsightKind } from "../../contracts/insights";
import { AppError } from "../../core/errors";

/** @throws AppError "request/not-found" */
export function kindOf(name: string | undefined): InsightKind {
  const kind = INSIGHT_KINDS.find((one) => one === name);
  if (kind === undefined) throw new AppError("request/not-found", "no such kind of insight");
  return kind;
}
