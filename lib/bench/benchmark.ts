/**
 * @file What a benchmark is, and the report that every one of them prints: one baseline and one figure of ours,
 * measured in the same process, plus whatever rows explain them.
 */
import { availableParallelism, cpus, totalmem } from "node:os";
import { z } from "zod";

export const benchReport = z.looseObject({
  name: z.string(),
  machine: z.string(),
  /** What it is compared with, in `unit`; null where the machine lacks it, and `what` says so. */
  baseline: z.looseObject({ what: z.string(), value: z.number().nullable() }),
  ours: z.looseObject({ what: z.string(), value: z.number() }),
  /** Above 1: ours is better; null without a baseline. */
  ratio: z.number().nullable(),
  unit: z.string(),
  /** Further rows of the printed table; same keys in each. */
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  /** One sentence each: data, seed, method. */
  notes: z.array(z.string()),
});
export type BenchReport = z.infer<typeof benchReport>;

export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly about: string;
  /**
   * @param options.smoke a small run that only shows that the benchmark works (seconds, not minutes)
   * @param options.note progress, on stderr
   */
  run(options: { readonly smoke: boolean; readonly note: (text: string) => void }): Promise<BenchReport>;
}

/** Processor, cores, memory, Node: what a figure depends on. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memoryGb} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
