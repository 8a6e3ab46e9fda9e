/**
 * @file A compiled graph: loaded in the executor, with the buffers its results go into.
 */
import { invariant } from "../../core/invariant";
import type { Executable, Executor, HostTensor } from "../executor";
import { sizeOf, type Shape, type Value } from "../graph/value";
import { emitOnnx } from "../onnx/emit";

export interface CompiledGraph {
  readonly executable: Executable;
  /** Every run writes into these. */
  readonly outputs: Readonly<Record<string, HostTensor>>;
}

/** @param buffers outputs that go into arrays of the caller's; the others get their own */
export async function compileGraph(executor: Executor, graph: Readonly<Record<string, Value>>, buffers: ReadonlyMap<string, HostTensor> = new Map()): Promise<CompiledGraph> {
  const outputs = Object.entries(graph).map(([name, { shape }]): [string, HostTensor] => [name, buffers.get(name) ?? zeros(shape)]);
  return { executable: await executor.load(emitOnnx(graph)), outputs: Object.fromEntries(outputs) };
}

export function zeros(shape: Shape): HostTensor {
  return { data: new Float32Array(sizeOf(shape)), shape };
}

/** The numbers of a float32 output. @throws a broken assumption when the graph has no such output */
export function numbersOf(tensors: Readonly<Record<string, HostTensor>>, name: string): Float32Array {
  const data = tensors[name]?.data;
  invariant(data instanceof Float32Array, () => `the graph has no float32 tensor "${name}"`);
  return data;
}
