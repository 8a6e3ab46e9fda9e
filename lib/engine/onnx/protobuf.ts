/**
 * @file Protocol buffers at the level of the wire: a message as its list of fields, unknown ones kept as they are.
 * Just enough to rewrite an ONNX file; knows nothing of ONNX.
 * @source protobuf.dev/programming-guides/encoding
 */
import { AppError } from "../../core/errors";

export interface WireField {
  readonly number: number;
  /** Varints as bigint; fixed 32/64 and length-delimited fields as their bytes. */
  readonly value: bigint | Uint8Array;
  readonly wire: 0 | 1 | 2 | 5;
}

export const bytesField = (number: number, value: Uint8Array): WireField => ({ number, value, wire: 2 });
export const textField = (number: number, text: string): WireField => bytesField(number, new TextEncoder().encode(text));
export const intField = (number: number, value: number): WireField => ({ number, value: BigInt(value), wire: 0 });

/** @throws AppError "model/unsupported" when the bytes are not a message */
export function decodeMessage(bytes: Uint8Array): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw broken(at);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw broken(at);
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw broken(at);
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const [number, wire] = [tag >>> 3, tag & 7];
    if (wire === 0) fields.push({ number, value: varint(), wire });
    else if (wire === 1) fields.push({ number, value: take(8), wire });
    else if (wire === 2) fields.push({ number, value: take(Number(varint())), wire });
    else if (wire === 5) fields.push({ number, value: take(4), wire });
    else throw broken(at);
  }
  return fields;
}

function broken(at: number): AppError {
  return new AppError("model/unsupported", `The ONNX file is not a valid message near byte ${at}; export or copy it again.`);
}

export function encodeMessage(fields: readonly WireField[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { number, value, wire } of fields) {
    parts.push(encodeVarint(BigInt((number << 3) | wire)));
    if (typeof value === "bigint") parts.push(encodeVarint(value));
    else {
      if (wire === 2) parts.push(encodeVarint(BigInt(value.length)));
      parts.push(value);
    }
  }
  return concat(parts);
}

/** Unsigned; negative numbers as their 64-bit two's complement. */
export function encodeVarint(value: bigint): Uint8Array {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest >= 0x80n) {
    out.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  out.push(Number(rest));
  return Uint8Array.from(out);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The texts of a repeated string field. */
export function textsOf(fields: readonly WireField[], number: number): string[] {
  return messagesOf(fields, number).map((bytes) => new TextDecoder().decode(bytes));
}

/** The bytes of a repeated message, bytes or string field. */
export function messagesOf(fields: readonly WireField[], number: number): Uint8Array[] {
  return fields.filter((field) => field.number === number).flatMap(({ value }) => (typeof value === "bigint" ? [] : [value]));
}

/** A repeated integer field, packed or not. */
export function intsOf(fields: readonly WireField[], number: number): number[] {
  return fields
    .filter((field) => field.number === number)
    .flatMap(({ value }) => (typeof value === "bigint" ? [Number(value)] : unpack(value)));
}

function unpack(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte < 0x80) {
      values.push(Number(BigInt.asIntN(64, value)));
      value = 0n;
      shift = 0n;
    }
  }
  return values;
}
