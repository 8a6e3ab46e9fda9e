/**
 * @file An encoder that keeps every vector it ever made in a scratch file, one per encoder version, so that fits and
 * grid searches embed each text once. Scratch only: nothing of the data enters the repository. No product code uses it.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Encoder } from "../../core/encoder";
import { sha256 } from "../../core/hash";

/** Bytes of a text's key: enough that two texts never share one. */
const KEY_BYTES = 16;
/** Texts embedded before they are written: a run that is stopped loses no more. */
const SLICE = 2000;

/** @param folder where vectors are kept; default a folder below the system's temporary one */
export function cachedEncoder(encoder: Encoder, folder = path.join(tmpdir(), "cadre-tuning")): Encoder {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${sha256(encoder.version).slice(0, 16)}.vectors`);
  const known = readVectors(file, encoder.dimension);
  const learn = async (texts: readonly string[]): Promise<void> => {
    const vectors = await encoder.embed(texts);
    const records = texts.map((text, i) => Buffer.concat([Buffer.from(keyOf(text), "hex"), bytesOf(vectors[i], encoder.dimension)]));
    appendFileSync(file, Buffer.concat(records));
    texts.forEach((text, i) => known.set(keyOf(text), vectors[i] ?? new Float32Array(encoder.dimension)));
  };
  return {
    version: encoder.version,
    dimension: encoder.dimension,
    countTokens: (text) => encoder.countTokens(text),
    embed: async (texts) => {
      const fresh = [...new Set(texts.filter((text) => !known.has(keyOf(text))))];
      for (let start = 0; start < fresh.length; start += SLICE) await learn(fresh.slice(start, start + SLICE));
      return texts.map((text) => known.get(keyOf(text)) ?? new Float32Array(encoder.dimension));
    },
  };
}

function keyOf(text: string): string {
  return sha256(text).slice(0, 2 * KEY_BYTES);
}

function bytesOf(vector: Float32Array | undefined, dimension: number): Uint8Array {
  const row = vector ?? new Float32Array(dimension);
  return new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
}

/** A record cut short by a stopped run is left out. */
function readVectors(file: string, dimension: number): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  if (!existsSync(file)) return known;
  const bytes = readFileSync(file);
  const size = KEY_BYTES + 4 * dimension;
  for (let at = 0; at + size <= bytes.length; at += size) {
    const row = new Float32Array(dimension);
    new Uint8Array(row.buffer).set(bytes.subarray(at + KEY_BYTES, at + size));
    known.set(bytes.toString("hex", at, at + KEY_BYTES), row);
  }
  return known;
}
