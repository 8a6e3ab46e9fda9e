/**
 * @file gradients: reverse-mode differentiation, whole. It writes the backward pass as further values; nothing runs.
 * Flow: graph → [backward] → emit → execute.
 */
import { invariant } from "../core/invariant";
import { reachable } from "./graph/reachable";
import { formatShape, isSameShape, type Value } from "./graph/value";
import { add } from "./ops/elementwise";
import { scalar } from "./ops/leaves";
import { ruleOf } from "./ops/table";

/**
 * The derivatives of one number by any values it depends on.
 *
 * Walks from the loss to the inputs. When a node's turn comes, all its users have added their share to its gradient,
 * so its own rule can pass shares on to its inputs. Nodes that no wanted value feeds are skipped.
 *
 * @param loss a scalar, shape []
 * @param wanted values inside the loss's graph: weights, inputs, or anything between (gathered rows of a table)
 * @returns one value per wanted, of its shape
 * @throws a broken assumption when the loss is no scalar, or does not depend on a wanted value by a differentiable path
 */
export function gradients(loss: Value, wanted: readonly Value[]): Value[] {
  invariant(loss.shape.length === 0, () => `only a scalar has gradients; the loss is ${formatShape(loss.shape)}`);
  const order = reachable([loss]);
  const active = new Set<Value>(wanted);
  for (const value of order) if (value.inputs.some((input) => active.has(input))) active.add(value);

  const flow = new Map<Value, Value>([[loss, scalar(1)]]);
  for (const node of order.reverse()) {
    const gradient = flow.get(node);
    if (!gradient || !node.inputs.some((input) => active.has(input))) continue;
    const shares = ruleOf(node).gradient(gradient, node);
    node.inputs.forEach((input, at) => {
      const share = shares[at];
      if (!share || !active.has(input)) return;
      invariant(isSameShape(share.shape, input.shape), () => `${node.op}: gradient ${formatShape(share.shape)} for input ${at} of shape ${formatShape(input.shape)}`);
      const sofar = flow.get(input);
      flow.set(input, sofar ? add(sofar, share) : share);
    });
  }
  return wanted.map((value) => {
    const gradient = flow.get(value);
    invariant(gradient, () => `no gradient reaches ${value.op} ${value.op === "input" ? (value as Value<"input">).attributes.name : `#${value.id}`} ${formatShape(value.shape)}`);
    return gradient;
  });
}
