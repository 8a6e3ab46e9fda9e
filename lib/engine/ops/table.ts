/**
 * @file The table of ops: every op's rules, one family per file. The mapped type makes the compiler refuse an op
 * without rules.
 */
import type { OpName } from "../graph/op-attributes";
import type { Value } from "../graph/value";
import { broadcastRules } from "./broadcast";
import { elementwiseRules } from "./elementwise";
import { extremeRules } from "./extremes";
import { gatherRules } from "./gather";
import { leafRules } from "./leaves";
import { matrixRules } from "./matrix";
import { movementRules } from "./movement";
import { normaliseRules } from "./normalise";
import type { OpRule, OpRules } from "./rule";

export const OPS: OpRules<OpName> = {
  ...leafRules,
  ...elementwiseRules,
  ...broadcastRules,
  ...extremeRules,
  ...movementRules,
  ...matrixRules,
  ...normaliseRules,
  ...gatherRules,
};

/** The rule of a value's op, typed for that value. */
export function ruleOf<K extends OpName>(value: Value<K>): OpRule<K> {
  return OPS[value.op];
}
