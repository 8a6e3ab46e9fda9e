/** @file The trainers' two caches keep their bounds: compiled graphs by number, frozen layers' results by bytes. */
import { describe, expect, test } from "vitest";
import { createActivationCache } from "./activation-cache";
import { createSessionCache } from "./session-cache";
import { sliceRows, type TokenBatch } from "./token-batch";

describe("session cache", () => {
  const fake = (name: string, closed: string[]) => ({ name, executable: { run: () => Promise.resolve(), close: () => Promise.resolve(void closed.push(name)) } });

  test("compiles a shape once, and closes the one unused longest when it is full", async () => {
    const closed: string[] = [];
    const made: string[] = [];
    const cache = createSessionCache<ReturnType<typeof fake>>(2);
    const get = (name: string) => cache.get(name, () => Promise.resolve(void made.push(name)).then(() => fake(name, closed)));
    for (const name of ["a", "b", "a", "c", "a", "b"]) expect((await get(name)).name).toBe(name);
    expect(made).toEqual(["a", "b", "c", "b"]);
    expect(closed).toEqual(["b", "c"]);
    await cache.close();
    expect(closed.slice(2).sort()).toEqual(["a", "b"]);
  });

  test("a shape that cannot be compiled is tried again", async () => {
    const cache = createSessionCache<ReturnType<typeof fake>>(2);
    await expect(cache.get("a", () => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect((await cache.get("a", () => Promise.resolve(fake("a", [])))).name).toBe("a");
  });
});

describe("activation cache", () => {
  const width = 2;
  const batch = (keys: string[], lengths: number[], length: number): TokenBatch => ({
    rows: keys.length,
    length,
    ids: new Int32Array(keys.length * length),
    mask: Uint8Array.from({ length: keys.length * length }, (_, at) => Number(at % length < (lengths[Math.floor(at / length)] ?? 0))),
    keys,
  });
  const states = (count: number): Float32Array => Float32Array.from({ length: count }, (_, at) => at + 1);

  test("gives a text's states back in another batch of another length, padding as zeros", () => {
    const cache = createActivationCache({ width, maxBytes: 1e6 });
    cache.write(batch(["a", "b"], [2, 1], 3), states(12));
    expect([...(cache.read(batch(["b", "a"], [1, 2], 2)) ?? [])]).toEqual([7, 8, 0, 0, 1, 2, 3, 4]);
    expect(cache.read(batch(["a", "c"], [2, 1], 3))).toBeUndefined();
  });

  test("keeps its bound: the oldest leave, and what is larger than the bound is not kept", () => {
    const cache = createActivationCache({ width, maxBytes: 2 * 2 * width * 4 });
    for (const key of ["a", "b", "c"]) cache.write(batch([key], [2], 2), states(4));
    expect([["a"], ["b"], ["c"]].map((keys) => cache.read(batch(keys, [2], 2)) !== undefined)).toEqual([false, true, true]);
    cache.write(batch(["long"], [9], 9), states(18));
    expect(cache.read(batch(["long"], [9], 9))).toBeUndefined();
  });

  test("without keys nothing is kept", () => {
    const cache = createActivationCache({ width, maxBytes: 1e6 });
    const { keys: _keys, ...nameless } = batch(["a"], [2], 2);
    cache.write(nameless, states(4));
    expect(cache.read(nameless)).toBeUndefined();
  });
});

test("slices of a batch keep rows, masks and keys together", () => {
  const whole: TokenBatch = { rows: 3, length: 2, ids: Int32Array.of(1, 2, 3, 4, 5, 6), mask: Uint8Array.of(1, 1, 1, 0, 1, 1), keys: ["a", "b", "c"] };
  expect(sliceRows(whole, 1, 3)).toEqual({ rows: 2, length: 2, ids: Int32Array.of(3, 4, 5, 6), mask: Uint8Array.of(1, 0, 1, 1), keys: ["b", "c"] });
});
