/**
 * @file invariant: a broken assumption stops at once with a text that names the values.
 */
import { AppError } from "./errors";

/** @throws AppError "internal/broken-assumption" when `condition` is false; `text` runs only then. */
export function invariant(condition: unknown, text: () => string): asserts condition {
  if (!condition) throw new AppError("internal/broken-assumption", text());
}
