/**
 * @file The occupation classifier as one file: u32 length of the header · header (JSON) · u32 [rows] hashes · f32 [rows]
 * rarity · f32 [classes] bias · i8 [rows, classes] weights / scale. Little-endian.
 */
import { z } from "zod";
import { AppError } from "../../core/errors";
import type { OccupationModel } from "./train-occupation";
import { OCCUPATION_CATEGORIES } from "./types";

const header = z.object({ format: z.literal(1), categories: z.array(z.string()), rows: z.number().int().positive(), scale: z.number().positive(), temperature: z.number().positive() });

export function encodeOccupation({ table, softmax, temperature }: OccupationModel): Uint8Array {
  const top = softmax.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = top === 0 ? 1 : top / 127;
  const head = new TextEncoder().encode(JSON.stringify({ format: 1, categories: OCCUPATION_CATEGORIES, rows: table.rows.size, scale, temperature }));
  const length = new Uint8Array(new Uint32Array([head.length]).buffer);
  const hashes = new Uint8Array(Uint32Array.from(table.rows.keys()).buffer);
  const steps = Int8Array.from(softmax.weights, (weight) => Math.round(weight / scale));
  return Buffer.concat([length, head, hashes, bytesOf(table.rarity), bytesOf(softmax.bias), new Uint8Array(steps.buffer)]);
}

const bytesOf = (values: Float32Array): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** @throws AppError "model/unsupported" for a file of another version, other categories, or cut off */
export function decodeOccupation(bytes: Uint8Array): OccupationModel {
  const whole = Uint8Array.from(bytes);
  const headLength = whole.length < 4 ? 0 : new DataView(whole.buffer).getUint32(0, true);
  const read = header.safeParse(parse(new TextDecoder().decode(whole.subarray(4, 4 + headLength))));
  const classes = OCCUPATION_CATEGORIES.length;
  if (!read.success || read.data.categories.join() !== OCCUPATION_CATEGORIES.join()) throw new AppError("model/unsupported", "The occupation classifier's file is none that this version reads. Restore it, or train it: cadre train occupation --help.");
  const { rows, scale, temperature } = read.data;
  const start = 4 + headLength;
  if (whole.length !== start + rows * (8 + classes) + 4 * classes) throw new AppError("model/unsupported", `The occupation classifier's file has ${whole.length} bytes, not what its head says. Copy it again.`);
  const part = (from: number, length: number): ArrayBuffer => whole.buffer.slice(start + from, start + from + length);
  const hashes = new Uint32Array(part(0, 4 * rows));
  const steps = new Int8Array(part(8 * rows + 4 * classes, rows * classes));
  return {
    table: { rows: new Map(Array.from(hashes, (hash, row) => [hash, row])), rarity: new Float32Array(part(4 * rows, 4 * rows)) },
    softmax: { classes, bias: new Float32Array(part(8 * rows, 4 * classes)), weights: Float32Array.from(steps, (step) => step * scale) },
    temperature,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is a file of another kind; the caller says so.
    return null;
  }
}
