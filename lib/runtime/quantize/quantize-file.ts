/**
 * @file Quantises an ONNX file on disk (see quantize-graph.ts for what is done to it).
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { quantizeGraph } from "./quantize-graph";

/**
 * @param source an fp32 graph, or one with fp16 weights behind Casts; not changed
 * @param target written whole or not at all; `onnx/model_quantized.onnx` is what `createEncoder` looks for
 * @returns MatMuls that now run in int8, and both sizes
 * @throws AppError "model/unsupported"
 */
export async function quantizeFile(source: string, target: string): Promise<{ matmuls: number; sourceBytes: number; targetBytes: number }> {
  const bytes = await readFile(source);
  const { model, matmuls } = quantizeGraph(bytes);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.part`, model);
  await rename(`${target}.part`, target);
  return { matmuls, sourceBytes: bytes.byteLength, targetBytes: model.byteLength };
}
