/**
 * @file verifyGraph: is this graph sound? Runs after every rewrite and before emission, so that a broken rule shows
 * where it broke and not as a message of onnxruntime's.
 */
import { invariant } from "../../core/invariant";
import { ruleOf } from "../ops/table";
import { printValue } from "./print";
import { reachable } from "./reachable";
import { formatShape, isSameShape, type Value } from "./value";

/**
 * Checks every reachable value: its inputs were made before it, its op's shape rule gives the type and shape it claims,
 * and no two inputs share a name.
 * @throws a broken assumption with the printed value
 */
export function verifyGraph(outputs: Readonly<Record<string, Value>>): void {
  const names = new Set<string>();
  for (const value of reachable(Object.values(outputs))) {
    invariant(
      value.inputs.every(({ id }) => id < value.id),
      () => `${printValue(value)}: an input was made after its user`,
    );
    const { type, shape } = ruleOf(value).shape(value.inputs, value.attributes);
    invariant(type === value.type && isSameShape(shape, value.shape), () => `${printValue(value)}: its rule says ${type} ${formatShape(shape)}`);
    if (value.op !== "input") continue;
    const { name } = (value as Value<"input">).attributes;
    invariant(!names.has(name), () => `two inputs are called "${name}"`);
    names.add(name);
  }
}
