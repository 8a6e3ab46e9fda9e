/**
 * @file Rewrites: a graph → an equal graph that costs less. Values are immutable, so a rewrite builds new ones where
 * something changed and shares the rest; every rewrite is verified.
 */
import { reachable } from "./reachable";
import { createValue, type Value } from "./value";
import { verifyGraph } from "./verify";

type Outputs = Readonly<Record<string, Value>>;

/**
 * @param rule what stands for a value whose inputs are already rewritten: itself, or another value of the same type
 * @returns the same outputs, computed by the rewritten values
 */
export function rewrite(outputs: Outputs, rule: (value: Value) => Value): Record<string, Value> {
  const replaced = new Map<Value, Value>();
  const standIn = (value: Value): Value => replaced.get(value) ?? value;
  for (const value of reachable(Object.values(outputs))) {
    const inputs = value.inputs.map(standIn);
    const isSame = inputs.every((input, at) => input === value.inputs[at]);
    replaced.set(value, rule(isSame ? value : createValue(value.op, inputs, value.attributes, value)));
  }
  const result = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, standIn(value)]));
  verifyGraph(result);
  return result;
}

/** Common subexpressions once: values of the same op, inputs and attributes become one. Backward passes repeat a lot. */
export function mergeEqual(outputs: Outputs): Record<string, Value> {
  const seen = new Map<string, Value>();
  return rewrite(outputs, (value) => {
    // Numbers of constants are not compared here: the emitter stores equal ones once.
    if (value.op === "constant") return value;
    const key = `${value.op} ${value.inputs.map(({ id }) => id).join()} ${JSON.stringify(value.attributes)}`;
    const known = seen.get(key);
    if (known) return known;
    seen.set(key, value);
    return value;
  });
}
