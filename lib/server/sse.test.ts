import { expect, test, vi } from "vitest";
import { endStreams } from "./shutdown";
import { watchSession } from "./session-watch";
import { sseResponse, type SseStream } from "./sse";

type Tick = { event: "tick"; data: number };
const until = (stream: SseStream<Tick>) => new Promise<void>((resolve) => stream.signal.addEventListener("abort", () => resolve()));

test("events are frames of one JSON line each, and the stream ends with its producer", async () => {
  const response = sseResponse<Tick>(new Request("http://x/"), ({ send }) => {
    send({ event: "tick", data: 1 });
    send({ event: "tick", data: 2 });
    return Promise.resolve();
  });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(await response.text()).toBe("event: tick\ndata: 1\n\nevent: tick\ndata: 2\n\n");
});

test("a server that stops ends the stream properly: the reader gets what was sent, not a broken connection", async () => {
  const response = sseResponse<Tick>(new Request("http://x/"), async (stream) => {
    stream.send({ event: "tick", data: 1 });
    await until(stream);
  });
  const text = response.text();
  await endStreams();
  expect(await text).toBe("event: tick\ndata: 1\n\n");
});

test("a reader who leaves aborts the producer; what it sends then goes nowhere, what it throws is no incident", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const leaving = new AbortController();
  let over = false;
  sseResponse<Tick>(new Request("http://x/", { signal: leaving.signal }), async (stream) => {
    await until(stream);
    stream.send({ event: "tick", data: 2 });
    over = true;
    throw new Error("interrupted");
  });
  leaving.abort();
  await vi.waitFor(() => expect(over).toBe(true));
  await endStreams();
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});

test("a producer that fails ends its stream and is told, and does not end the process", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const response = sseResponse<Tick>(new Request("http://x/"), () => Promise.reject(new Error("no such table")));
  expect(await response.text()).toBe("");
  expect(told).toHaveBeenCalledWith(expect.stringMatching(/^incident .*: Error/));
  told.mockRestore();
});

test("who is signed out, or loses a role, while a stream is open is sent nothing more, and the stream ends", async () => {
  for (const later of [null, { userId: "u" as never, roles: ["employee" as const] }]) {
    vi.useFakeTimers({ toFake: ["performance", "setInterval", "clearInterval"] });
    const request = new Request("http://x/");
    let now: typeof later = { userId: "u" as never, roles: ["employee", "recruiter"] as never };
    watchSession(request, { userId: "u" as never, name: "Lin", roles: ["employee", "recruiter"] }, async () => now);
    let say: (n: number) => void = () => undefined;
    const response = sseResponse<Tick>(request, async (stream) => {
      say = (data) => stream.send({ event: "tick", data });
      await until(stream);
    });
    say(1);
    vi.advanceTimersByTime(5_000);
    say(2);
    await new Promise((resolve) => setImmediate(resolve));
    now = later;
    vi.advanceTimersByTime(5_000);
    say(3);
    say(4);
    expect(await response.text()).toBe("event: tick\ndata: 1\n\nevent: tick\ndata: 2\n\n");
    vi.useRealTimers();
  }
});

test("an idle stream notices by itself within a heartbeat", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setInterval", "clearInterval"] });
  const request = new Request("http://x/");
  watchSession(request, { userId: "u" as never, name: "Lin", roles: ["employee"] }, async () => null);
  const response = sseResponse<Tick>(request, until);
  vi.advanceTimersByTime(15_000);
  expect(await response.text()).toBe("");
  vi.useRealTimers();
});
