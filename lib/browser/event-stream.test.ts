/** @file Event streams: events cut anywhere across network chunks arrive whole. */
import { describe, expect, it } from "vitest";
import { readEventStream, type ServerSentEvent } from "./event-stream";

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

async function collect(text: string, size: number): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of readEventStream(streamOf(new TextEncoder().encode(text), size))) events.push(event);
  return events;
}

const text = ': hello\n\nevent: token\ndata: {"text":"年假"}\n\ndata: one\ndata: two\n\nevent: done\ndata: {}\n\nevent: cut\ndata: x';

describe("readEventStream", () => {
  it.each([1, 2, 7, 1000])("gives the same events in chunks of %i bytes", async (size) => {
    expect(await collect(text, size)).toEqual([
      { event: "token", data: '{"text":"年假"}' },
      { event: "message", data: "one\ntwo" },
      { event: "done", data: "{}" },
    ]);
  });

  it("reads carriage-return line ends", async () => {
    expect(await collect("event: a\r\ndata: 1\r\n\r\n", 3)).toEqual([{ event: "a", data: "1" }]);
  });
});
