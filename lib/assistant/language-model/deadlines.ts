/**
 * @file Deadlines: ends a stream that takes too long, in all or between two pieces, and lets a stop through at once,
 * whatever the producer does. Knows nothing of models.
 */
import { AppError } from "../../core/errors";
import { modelFailure } from "./language-model";

export interface DeadlineOptions {
  /** Milliseconds to the first piece. */
  readonly firstMs: number;
  /** Milliseconds between two pieces. */
  readonly idleMs: number;
  /** Milliseconds for everything. */
  readonly totalMs: number;
  /** The asker's stop. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * @param produce starts the stream; its signal is aborted when a deadline passes, the asker stops, or the reader leaves
 * @throws AppError "language-model/failed" (timeout), "job/cancelled", or what the stream throws
 */
export async function* withDeadlines<T>(produce: (signal: AbortSignal) => AsyncIterable<T>, options: DeadlineOptions): AsyncGenerator<T> {
  const over = new AbortController();
  const end = performance.now() + options.totalMs;
  const iterator = produce(over.signal)[Symbol.asyncIterator]();
  try {
    for (let wait = options.firstMs; ; wait = options.idleMs) {
      const next = await within(iterator.next(), { waitMs: Math.min(wait, end - performance.now()), signal: options.signal });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    over.abort();
    // Not awaited: a producer that hangs must not hold the answer. What it still throws concerns nobody any more.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

function within<T>(step: Promise<T>, { waitMs, signal }: { waitMs: number; signal: AbortSignal | undefined }): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => settle(() => reject(new AppError("job/cancelled", "the question was cancelled", { cause: signal?.reason })));
    const timer = setTimeout(() => settle(() => reject(modelFailure("timeout", `no piece within ${Math.round(waitMs)} ms`))), Math.max(0, waitMs));
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      finish();
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    step.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
