/**
 * @file A chain as bytes: feature hashes in rising order, of each row only the weights that matter, in eight bits.
 *
 *   u32 length of the header · header (JSON) · f32 [L, L] transitions · u32 [rows] hashes · u8 [rows] entries per row ·
 *   u8 [entries] tags · i8 [entries] weights / scale
 *
 * Little-endian, as every machine that we run on.
 */
import { AppError } from "../../../core/errors";
import { createTagSet } from "../tag-set";
import type { ChainModel } from "./chain-model";

interface Header {
  readonly format: 1;
  readonly labels: readonly string[];
  readonly rows: number;
  readonly entries: number;
  /** One step of the eight bits. */
  readonly scale: number;
}

/** @param threshold weights nearer to 0 are left out; > 0, usual .01–.05 */
export function encodeChain(model: ChainModel, threshold: number): Uint8Array {
  const L = model.tagSet.tags.length;
  let top = 0;
  for (const weight of model.weights) top = Math.max(top, Math.abs(weight));
  const scale = top === 0 ? 1 : top / 127;
  const hashes: number[] = [];
  const counts: number[] = [];
  const tags: number[] = [];
  const weights: number[] = [];
  for (const [hash, row] of [...model.rows].sort(([a], [b]) => a - b)) {
    const before = tags.length;
    for (let j = 0; j < L; j++) {
      const weight = model.weights[row * L + j] as number;
      const step = Math.round(weight / scale);
      if (Math.abs(weight) < threshold || step === 0) continue;
      tags.push(j);
      weights.push(step);
    }
    if (tags.length === before) continue;
    hashes.push(hash);
    counts.push(tags.length - before);
  }
  const header: Header = { format: 1, labels: model.tagSet.labels, rows: hashes.length, entries: tags.length, scale };
  return join([jsonBytes(header), bytesOf(model.transitions), bytesOf(Uint32Array.from(hashes)), Uint8Array.from(counts), Uint8Array.from(tags), bytesOf(Int8Array.from(weights))]);
}

/** @throws AppError "model/unsupported" for bytes that are no chain, or cut off */
export function decodeChain(bytes: Uint8Array): ChainModel {
  const reader = { bytes: bytes.slice(), at: 0 };
  const header = readHeader(reader);
  const tagSet = createTagSet(header.labels);
  const L = tagSet.tags.length;
  const transitions = new Float32Array(take(reader, L * L * 4));
  const hashes = new Uint32Array(take(reader, header.rows * 4));
  const counts = new Uint8Array(take(reader, header.rows));
  const tags = new Uint8Array(take(reader, header.entries));
  const steps = new Int8Array(take(reader, header.entries));
  const weights = new Float32Array(header.rows * L);
  const rows = new Map<number, number>();
  let entry = 0;
  for (let row = 0; row < header.rows; row++) {
    rows.set(hashes[row] as number, row);
    for (const end = entry + (counts[row] as number); entry < end; entry++) weights[row * L + (tags[entry] as number)] = (steps[entry] as number) * header.scale;
  }
  return { tagSet, rows, weights, transitions };
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function readHeader(reader: Reader): Header {
  const length = new DataView(take(reader, 4)).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(take(reader, length))) as Header;
  if (header.format !== 1) throw new AppError("model/unsupported", `The tagger's file has format ${String(header.format)}; this version reads 1. Train it again.`);
  return header;
}

/** A copy, so that views of any width are aligned. */
function take(reader: Reader, length: number): ArrayBuffer {
  if (reader.at + length > reader.bytes.length) throw new AppError("model/unsupported", `The tagger's file ends at byte ${reader.bytes.length}; ${reader.at + length} were expected. Copy it again.`);
  const part = reader.bytes.buffer.slice(reader.at, reader.at + length) as ArrayBuffer;
  reader.at += length;
  return part;
}

const bytesOf = (values: Float32Array | Uint32Array | Int8Array): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

function jsonBytes(value: object): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(value));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return join([length, text]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
