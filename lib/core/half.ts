/**
 * @file Half precision: IEEE 754 binary16 and bfloat16 bits ↔ numbers. Weights are stored in these, never computed in.
 * @source IEEE 754-2019 binary16: 1 sign, 5 exponent, 10 fraction bits
 */

/** @param bits binary16, one per number; the result is exact */
export function halvesToFloats(bits: Uint16Array): Float32Array {
  const table = halfTable();
  // A loop: `from` with a function takes ten times as long, and models have tens of millions of weights.
  const values = new Float32Array(bits.length);
  for (let at = 0; at < bits.length; at++) values[at] = table[bits[at] as number] as number;
  return values;
}

/** @param bits bfloat16: the upper half of a float32; the result is exact */
export function brainHalvesToFloats(bits: Uint16Array): Float32Array {
  const wide = new Uint32Array(bits.length);
  for (let at = 0; at < bits.length; at++) wide[at] = (bits[at] as number) << 16;
  return new Float32Array(wide.buffer);
}

/**
 * @param values any numbers; ties go to the even neighbour, |value| ≥ 65520 to ±infinity, subnormals are kept
 * @returns binary16 bits
 */
export function floatsToHalves(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(bits.length);
  for (let at = 0; at < bits.length; at++) halves[at] = floatBitsToHalf(bits[at] as number);
  return halves;
}

let everyHalf: Float32Array | undefined;

/** Made once: looking up is faster than computing. */
function halfTable(): Float32Array {
  everyHalf ??= Float32Array.from({ length: 0x10000 }, (_, half) => halfToNumber(half));
  return everyHalf;
}

function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Float32 bits → binary16 bits. A carry out of the fraction runs into the exponent, which is the right result. */
function floatBitsToHalf(float: number): number {
  const sign = (float >>> 16) & 0x8000;
  const magnitude = float & 0x7fffffff;
  const INFINITY = 0x7f800000;
  if (magnitude > INFINITY) return sign | 0x7e00;
  // 2^-14, the smallest normal half: below it the step is 2^-24.
  if (magnitude < 0x38800000) {
    const exponent = magnitude >>> 23;
    // Below 2^-25 everything rounds to zero; the shift would pass 31.
    if (exponent < 102) return sign;
    return sign | roundedShift((magnitude & 0x7fffff) | 0x800000, 126 - exponent);
  }
  const half = roundedShift(magnitude - 0x38000000, 13);
  return sign | Math.min(half, 0x7c00);
}

/** value / 2^shift, to the nearest whole number, ties to even. */
function roundedShift(value: number, shift: number): number {
  const quotient = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const tie = 1 << (shift - 1);
  return quotient + (rest > tie || (rest === tie && (quotient & 1) === 1) ? 1 : 0);
}
