/**
 * @file printGraph: a graph as text, one line per value, for error texts, tests and curious people.
 */
import { reachable } from "./reachable";
import { formatShape, type Value } from "./value";

/**
 * @example
 * %1 = input "x" : float32 [2, 3]
 * %2 = input "w" : float32 [4, 3]
 * %3 = gemm(%1, %2) transposeB true : float32 [2, 4]
 * return loss %3
 */
export function printGraph(outputs: Readonly<Record<string, Value>>): string {
  const values = reachable(Object.values(outputs));
  const names = new Map(values.map((value, at) => [value, `%${at + 1}`]));
  const name = (value: Value): string => names.get(value) ?? "%?";
  const lines = values.map((value) => `${name(value)} = ${printValue(value, name)}`);
  const results = Object.entries(outputs).map(([output, value]) => `${output} ${name(value)}`);
  return [...lines, `return ${results.join(", ")}`].join("\n");
}

/** One value without its own name: `gemm(%1, %2) transposeB true : float32 [2, 4]`. */
export function printValue(value: Value, name: (input: Value) => string = ({ id }) => `#${id}`): string {
  const call = value.inputs.length === 0 ? value.op : `${value.op}(${value.inputs.map(name).join(", ")})`;
  const details = Object.entries(value.attributes).flatMap(([key, entry]) => describe(key, entry));
  return `${[call, ...details].join(" ")} : ${value.type} ${formatShape(value.shape)}`;
}

/** Shape and type are printed for every value; switches that are off and factors of 1 say nothing. */
function describe(key: string, entry: unknown): string[] {
  if (key === "shape" || key === "type" || entry === false || (entry === 1 && (key === "alpha" || key === "beta"))) return [];
  if (key === "name") return [`"${String(entry)}"`];
  if (key === "data") return [describeNumbers(entry as ArrayLike<number | bigint>)];
  return [Array.isArray(entry) ? `${key} [${entry.join(", ")}]` : `${key} ${String(entry)}`];
}

function describeNumbers(data: ArrayLike<number | bigint>): string {
  const first = Array.from({ length: Math.min(data.length, 4) }, (_, at) => String(data[at]));
  return `(${first.join(", ")}${data.length > 4 ? ", …" : ""})`;
}
