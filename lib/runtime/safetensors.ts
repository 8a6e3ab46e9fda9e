/**
 * @file safetensors: reads a weight file of the hub into float32 tensors and writes one. Knows the format only; which
 * tensors make an encoder is known to hub-weights.ts.
 * @source github.com/huggingface/safetensors, "Format": 8 bytes little-endian header length, JSON header, data
 */
import { readFile } from "node:fs/promises";
import { AppError } from "../core/errors";
import { brainHalvesToFloats, floatsToHalves, halvesToFloats } from "../core/half";
import type { NamedTensor, NamedTensors } from "../engine/named-tensors";
import { readHeader, type Entry } from "./safetensors-header";
import { writeWhole } from "./write-whole";

export interface Safetensors {
  /** F64, F32, F16 and BF16 tensors as float32, in the header's order. */
  readonly tensors: NamedTensors;
  /** How the file stores every tensor ("F16", "I64", …), also those of types that are not read. */
  readonly types: ReadonlyMap<string, string>;
  readonly metadata: Readonly<Record<string, string>>;
}

export type StoredType = "F32" | "F16";
const SIZE: Record<StoredType, number> = { F32: 4, F16: 2 };

/** @throws AppError "model/not-found" when the file cannot be read; otherwise as `parseSafetensors` */
export async function readSafetensors(file: string): Promise<Safetensors> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new AppError("model/not-found", `Cannot read ${file}.`, { cause });
  }
  return parseSafetensors(bytes, file);
}

/**
 * @param name what errors call the file
 * @throws AppError "model/unsupported" naming the fault: header, offsets and sizes are all checked before data is read
 */
export function parseSafetensors(bytes: Uint8Array, name: string): Safetensors {
  const { entries, metadata, dataStart } = readHeader(bytes, name);
  const tensors = new Map<string, NamedTensor>();
  for (const entry of entries) {
    const data = decode(entry, bytes.subarray(dataStart + entry.start, dataStart + entry.end));
    if (data) tensors.set(entry.name, { dims: entry.dims, data });
  }
  return { tensors, types: new Map(entries.map(({ name: tensor, dtype }) => [tensor, dtype])), metadata };
}

/** Copies first: data need not start at a multiple of the number's size. Every platform Node runs on is little-endian. */
function decode({ dtype }: Entry, bytes: Uint8Array): Float32Array | undefined {
  const copy = (): ArrayBuffer => new Uint8Array(bytes).buffer;
  if (dtype === "F32") return new Float32Array(copy());
  if (dtype === "F16") return halvesToFloats(new Uint16Array(copy()));
  if (dtype === "BF16") return brainHalvesToFloats(new Uint16Array(copy()));
  if (dtype === "F64") return Float32Array.from(new Float64Array(copy()));
  return undefined;
}

/**
 * Equal tensors give equal bytes: wide numbers first, so that all are aligned, then by name, whatever the map's order.
 *
 * @throws AppError "model/unsupported" when sizes and data disagree, or a finite value has no fp16 (beyond ±65,504)
 */
export function formatSafetensors(tensors: NamedTensors, options: WriteOptions): Uint8Array[] {
  const { metadata = { format: "pt" } } = options;
  const dtypeOf = (tensor: NamedTensor): StoredType => (typeof options.dtype === "function" ? options.dtype(tensor) : options.dtype);
  const ordered = [...tensors].map(([name, tensor]) => ({ name, tensor, dtype: dtypeOf(tensor) }));
  ordered.sort((a, b) => SIZE[b.dtype] - SIZE[a.dtype] || (a.name < b.name ? -1 : 1));
  const header: [string, unknown][] = [["__metadata__", sortedByKey(metadata)]];
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { name, tensor, dtype } of ordered) {
    const bytes = encode(name, tensor, dtype);
    header.push([name, { dtype, shape: tensor.dims, data_offsets: [at, at + bytes.length] }]);
    parts.push(bytes);
    at += bytes.length;
  }
  return [...headerBytes(Object.fromEntries(header)), ...parts];
}

export interface WriteOptions {
  /** For all tensors or for each; F16 rounds to the nearest half, ties to even. */
  readonly dtype: StoredType | ((tensor: NamedTensor) => StoredType);
  /** Default {format: "pt"}, without which Python's transformers refuses the file. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** As `formatSafetensors`, into a file that appears whole or not at all. */
export async function writeSafetensors(file: string, tensors: NamedTensors, options: WriteOptions): Promise<void> {
  await writeWhole(file, formatSafetensors(tensors, options));
}

function encode(name: string, { dims, data }: NamedTensor, dtype: StoredType): Uint8Array {
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (count !== data.length) {
    throw new AppError("model/unsupported", `Tensor "${name}" has ${data.length} values, but its sizes [${dims.join(", ")}] ask for ${count}.`);
  }
  if (dtype === "F32") return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const halves = floatsToHalves(data);
  const lost = halves.findIndex((half, at) => (half & 0x7fff) === 0x7c00 && Number.isFinite(data[at]));
  if (lost >= 0) {
    throw new AppError("model/unsupported", `Tensor "${name}" holds ${data[lost]} at ${lost}, beyond fp16's 65504. Write it as fp32.`);
  }
  return new Uint8Array(halves.buffer);
}

/** Spaces fill the header up, so that the data start at a multiple of eight. */
function headerBytes(header: Record<string, unknown>): [Uint8Array, Uint8Array] {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(padded.length), true);
  return [length, padded];
}

function sortedByKey(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
