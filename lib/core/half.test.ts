/**
 * @file Half precision against the standard's own values and against the nearest half found by search.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brainHalvesToFloats, floatsToHalves, halvesToFloats } from "./half";

const half = (value: number): number => floatsToHalves(Float32Array.of(value))[0] as number;
const number = (bits: number): number => halvesToFloats(Uint16Array.of(bits))[0] as number;

describe("half", () => {
  // Values of the standard's table (and Wikipedia's "half-precision examples").
  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [1023 * 2 ** -24, 0x03ff],
    [Infinity, 0x7c00],
    [-Infinity, 0xfc00],
  ])("%d is %d", (value, bits) => {
    expect(half(value)).toBe(bits);
    expect(Object.is(number(bits), value)).toBe(true);
  });

  it("rounds ties to even, also into the next exponent, infinity and zero", () => {
    expect(half(1 + 2 ** -11)).toBe(0x3c00);
    expect(half(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(half(2 - 2 ** -11)).toBe(0x4000);
    expect(half(2 ** -25)).toBe(0);
    expect(half(2 ** -25 * 1.0001)).toBe(1);
    expect(half(3 * 2 ** -25)).toBe(2);
    expect(half(65519.996)).toBe(0x7bff);
    expect(half(65520)).toBe(0x7c00);
    expect(half(3e38)).toBe(0x7c00);
    expect(Number.isNaN(number(half(Number.NaN)))).toBe(true);
  });

  it("gives every half back", () => {
    const all = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits).filter((bits) => (bits & 0x7fff) <= 0x7c00);
    expect(Buffer.compare(Buffer.from(floatsToHalves(halvesToFloats(all)).buffer), Buffer.from(all.buffer))).toBe(0);
  });

  it("is the nearest of all halves", () => {
    const finite = Uint16Array.from({ length: 0x7c00 }, (_, bits) => bits);
    const ladder = halvesToFloats(finite);
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: Math.fround(-65504), max: Math.fround(65504) }), (value) => {
        const got = Math.abs(Math.abs(number(half(value))) - Math.abs(value));
        const best = ladder.reduce((least, step) => Math.min(least, Math.abs(step - Math.abs(value))), Infinity);
        return got === best && Math.sign(number(half(value))) * Math.sign(value) >= 0;
      }),
      { seed: 4 },
    );
  });

  it("reads bfloat16", () => {
    expect([...brainHalvesToFloats(Uint16Array.of(0x3f80, 0xc000, 0x7f80, 0x0001))]).toEqual([1, -2, Infinity, 2 ** -133]);
  });
});
