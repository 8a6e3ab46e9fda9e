/** @file The connection is lost once, tried again with growing pauses, and back as soon as anything answers. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countLosses, isConnectionLost, onReturn, probe, reportReach, subscribeToConnection } from "./connection";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  reportReach(true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("tries again after 2, 4, 8 seconds until the server answers, and says so once", async () => {
  const answers: (number | null)[] = [null, 502, 200];
  const fetch = vi.fn(async () => {
    const status = answers.shift() ?? null;
    if (status === null) throw new TypeError("fetch failed");
    return new Response(null, { status });
  });
  vi.stubGlobal("fetch", fetch);
  const changed = vi.fn();
  const returned = vi.fn();
  const ends = [subscribeToConnection(changed), onReturn(returned)];

  reportReach(false);
  reportReach(false);
  expect([isConnectionLost(), changed.mock.calls.length]).toEqual([true, 1]);
  const calls: number[] = [];
  for (const waitMs of [2000, 4000, 8000, 60_000]) {
    await vi.advanceTimersByTimeAsync(waitMs);
    calls.push(fetch.mock.calls.length);
  }
  expect(calls).toEqual([1, 2, 3, 3]);
  expect([isConnectionLost(), changed.mock.calls.length, returned.mock.calls.length]).toEqual([false, 2, 1]);
  ends.forEach((end) => end());
});

test("an answer that was under way when the connection went does not bring it back; a later one does", async () => {
  let arrive: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (arrive = resolve)));
  const begun = countLosses();
  const asked = probe();
  reportReach(false);
  reportReach(true, begun);
  arrive(new Response(null));
  await asked;
  expect(isConnectionLost()).toBe(true);
  const again = probe();
  arrive(new Response(null));
  await again;
  expect(isConnectionLost()).toBe(false);
});

test("a refusal is an answer too", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 401 }));
  reportReach(false);
  await probe();
  expect(isConnectionLost()).toBe(false);
});
