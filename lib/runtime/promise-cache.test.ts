/**
 * @file The cache shares loads, forgets failures and stays within its bound.
 */
import { expect, it } from "vitest";
import { createPromiseCache } from "./promise-cache";

it("shares one load among concurrent callers", async () => {
  const cache = createPromiseCache<number>(2);
  let loads = 0;
  const load = (): Promise<number> => Promise.resolve(++loads);
  expect(await Promise.all([cache.get("a", load), cache.get("a", load)])).toEqual([1, 1]);
  expect(await cache.get("b", load)).toBe(2);
});

it("forgets a failed load, so that the next caller tries again", async () => {
  const cache = createPromiseCache<string>(2);
  await expect(cache.get("a", () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
  expect(cache.size).toBe(0);
  expect(await cache.get("a", () => Promise.resolve("ok"))).toBe("ok");
});

it("does not let a late failure remove a newer load", async () => {
  const cache = createPromiseCache<string>(2);
  let fail = (_: Error): void => undefined;
  const first = cache.get("a", () => new Promise<string>((_, reject) => (fail = reject)));
  cache.delete("a");
  const second = cache.get("a", () => Promise.resolve("new"));
  fail(new Error("late"));
  await expect(first).rejects.toThrow("late");
  expect(await cache.get("a", () => Promise.resolve("newer"))).toBe("new");
  expect(await second).toBe("new");
});

it("drops the least recently used entry past its capacity", async () => {
  const cache = createPromiseCache<string>(2);
  const loaded: string[] = [];
  const ask = (key: string): Promise<string> =>
    cache.get(key, () => {
      loaded.push(key);
      return Promise.resolve(key);
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
  expect(loaded).toEqual(["a", "b", "c", "b"]);
  expect(cache.size).toBe(2);
});
