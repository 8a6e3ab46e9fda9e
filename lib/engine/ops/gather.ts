/**
 * @file Table look-up: `gather` picks rows of a table by id, `scatterAdd` adds rows back where they came from; each is
 * the other's gradient. Training a large table, ask for the gradient of the gathered rows instead of the table's:
 * it is sparse (optim/adamw.ts).
 */
import { axisSize, isSameShape, sizeOf, type Value } from "../graph/value";
import { reshape } from "./movement";
import { applyRule, expect, float, inputsOf, type OpRules } from "./rule";

/** Rows of a table: [rows, width] by int ids [any shape] → [any shape, width]. */
export function gather(table: Value, ids: Value): Value {
  return applyRule("gather", gatherRules.gather, [table, ids], {});
}

/** Zeros [rows, width] with `updates` [count, width] added at the int64 row numbers `ids` [count, 1]; equal ids add up. */
export function scatterAdd(updates: Value, ids: Value, rows: number): Value {
  return applyRule("scatterAdd", gatherRules.scatterAdd, [updates, ids], { rows });
}

/** Ids [any shape] → rows of zeros with a single 1, [any shape, depth]: picks labels out of scores. */
export function oneHot(ids: Value, depth: number): Value {
  return applyRule("oneHot", gatherRules.oneHot, [ids], { depth });
}

export const gatherRules: OpRules<"gather" | "scatterAdd" | "oneHot"> = {
  gather: {
    shape: (inputs) => {
      const [table, ids] = inputsOf("gather", inputs, 2);
      expect(table.shape.length === 2 && ids.type !== "float32", "gather", inputs, "takes a table and whole-number ids");
      return float([...ids.shape, axisSize(table.shape, 1)]);
    },
    gradient: (g, { inputs }) => {
      const [table, ids] = inputsOf("gather", inputs, 2);
      const count = sizeOf(ids.shape);
      return [scatterAdd(reshape(g, [count, axisSize(table.shape, 1)]), reshape(ids, [count, 1]), axisSize(table.shape, 0)), null];
    },
    emit: (_, { inputs }) => ({ opType: "Gather", inputs, attributes: { axis: 0 } }),
  },
  scatterAdd: {
    shape: (inputs, { rows }) => {
      const [updates, ids] = inputsOf("scatterAdd", inputs, 2);
      expect(updates.shape.length === 2 && isSameShape(ids.shape, [axisSize(updates.shape, 0), 1]), "scatterAdd", inputs, "takes [count, width] and [count, 1]");
      expect(ids.type === "int64", "scatterAdd", inputs, "onnxruntime's ScatterND takes int64 row numbers");
      return float([rows, axisSize(updates.shape, 1)]);
    },
    gradient: (g, { inputs }) => {
      const [updates, ids] = inputsOf("scatterAdd", inputs, 2);
      return [gather(g, reshape(ids, updates.shape.slice(0, 1))), null];
    },
    // The zeros are made when it runs: stored, a table's worth of them would be in every file.
    emit: ({ shape }, { inputs, constant, helper }) => {
      const zeros = helper({ opType: "ConstantOfShape", inputs: [constant("int64", [2], BigInt64Array.from(shape, BigInt))] });
      return { opType: "ScatterND", inputs: [zeros, `${inputs[1]}`, `${inputs[0]}`], attributes: { reduction: "add" } };
    },
  },
  oneHot: {
    shape: (inputs, { depth }) => {
      const [ids] = inputsOf("oneHot", inputs, 1);
      expect(ids.type === "int64" || ids.type === "int32", "oneHot", inputs, "takes whole-number ids");
      return float([...ids.shape, depth]);
    },
    gradient: () => [null],
    emit: ({ attributes: { depth } }, { inputs, constant }) => ({
      opType: "OneHot",
      inputs: [...inputs, constant("int64", [], BigInt64Array.of(BigInt(depth))), constant("float32", [2], Float32Array.of(0, 1))],
      attributes: { axis: -1 },
    }),
  },
};
