/**
 * @file Executor: the port through which graphs run. lib/runtime implements it with onnxruntime; tests may with anything.
 */
import type { Shape, TensorData } from "./graph/value";

export interface HostTensor {
  /** Row-major. Float32Array = float32, Int32Array = int32, BigInt64Array = int64, Uint8Array = bool. */
  readonly data: TensorData;
  readonly shape: Shape;
}

export interface Executable {
  /**
   * Runs the graph once.
   *
   * @param inputs by input name, every one of them; read in place, so they must not change until the promise settles
   * @param outputs by output name; results are written into their data. Outputs left out are not computed where the
   * graph allows it.
   */
  run(inputs: Readonly<Record<string, HostTensor>>, outputs: Readonly<Record<string, HostTensor>>): Promise<void>;
  close(): Promise<void>;
}

export interface Executor {
  /** @param model the bytes of an ONNX file */
  load(model: Uint8Array): Promise<Executable>;
}
