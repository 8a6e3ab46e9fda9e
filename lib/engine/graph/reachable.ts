/**
 * @file reachable: the values that outputs depend on, inputs before users. Whatever is not reached is dead and never
 * emitted: this walk is the engine's dead-code elimination.
 */
import type { Value } from "./value";

/** @returns every value that `outputs` depend on, each once, in the order they were made (so: inputs first) */
export function reachable(outputs: readonly Value[]): Value[] {
  const seen = new Set<Value>();
  const waiting = [...outputs];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    waiting.push(...value.inputs);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
