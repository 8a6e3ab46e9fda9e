/** @file An unexpected console.error or console.warn fails the test that caused it. Expected ones are mocked there. */
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});

afterEach(() => {
  const noise = [console.error, console.warn].flatMap((method) => (vi.isMockFunction(method) ? method.mock.calls : []));
  vi.restoreAllMocks();
  expect(noise.map((call) => String(call[0])), "unexpected console.error or console.warn").toEqual([]);
});
