/**
 * @file Slices: long work on the JavaScript thread, cut so that requests are served in between.
 */
import { setImmediate } from "node:timers/promises";

/**
 * Calls `step` for every item and gives the event loop a turn after each `sliceMs` of work.
 *
 * @param options.signal stops between slices by throwing its reason
 */
export async function inSlices<T>(
  items: Iterable<T>,
  step: (item: T) => void,
  options: { sliceMs: number; signal?: AbortSignal },
): Promise<void> {
  let started = performance.now();
  for (const item of items) {
    if (performance.now() - started >= options.sliceMs) {
      await setImmediate();
      options.signal?.throwIfAborted();
      started = performance.now();
    }
    step(item);
  }
}
