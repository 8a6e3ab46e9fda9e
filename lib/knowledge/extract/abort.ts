/**
 * @file Stopping an extraction that nobody waits for any more.
 */
import { AppError } from "../../core/errors";

/** @throws AppError "job/cancelled" */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError("job/cancelled", "extraction was aborted", { cause: signal.reason });
}
