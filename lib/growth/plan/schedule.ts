/**
 * @file Days for the chosen steps: block by block, whoever is due first is worked on first, as early as possible. With
 * the hours that formulate.ts reserves between any two edges this meets every deadline.
 * @source earliest deadline first with release dates, preemptive: Horn 1974; precedence by agreeable windows:
 *         Blazewicz 1976
 */
import { invariant } from "../../core/invariant";
import { isBefore, type Option } from "./option";
import type { Problem } from "./problem";

export type Days = ReadonlyMap<Option, readonly [first: number, last: number]>;

/** @param order the chosen options, preparation before use */
export function scheduleDays({ blocks, steps }: Problem, order: readonly Option[]): Days {
  const left = new Map(order.map((option) => [option, option.hours]));
  const days = new Map<Option, readonly [number, number]>();
  const rank = [...order].sort((a, b) => a.toBlock - b.toBlock || order.indexOf(a) - order.indexOf(b));
  const done = (option: Option) => (left.get(option) ?? 0) <= 1e-9;
  const ready = (option: Option, block: number) =>
    option.session !== null ||
    (option.fromBlock <= block &&
      (steps[option.step]?.needs ?? []).every(({ suppliers }) =>
        order.some((other) => suppliers.includes(other.step) && isBefore(other, option) && (other.session !== null || done(other))),
      ));
  blocks.forEach((block, index) => {
    const length = block.last - block.first + 1;
    let passed = 0;
    for (;;) {
      const next = rank.find((option) => !done(option) && ready(option, index));
      if (next === undefined || block.hours - passed <= 1e-9) break;
      const worked = Math.min(left.get(next) ?? 0, block.hours - passed);
      const from = block.first + Math.min(length - 1, Math.floor((passed / block.hours) * length + 1e-9));
      passed += worked;
      left.set(next, (left.get(next) ?? 0) - worked);
      const to = block.first + Math.min(length, Math.max(1, Math.ceil((passed / block.hours) * length - 1e-9))) - 1;
      days.set(next, [days.get(next)?.[0] ?? from, Math.max(from, to)]);
    }
  });
  for (const option of order) {
    invariant(done(option), () => `step ${option.step} has hours left at the end of the plan`);
    if (option.session) days.set(option, [option.startDay, option.endDay]);
  }
  return days;
}
