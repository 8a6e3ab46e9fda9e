/**
 * @file Server-sent events: frames, a heartbeat that keeps proxies from closing the stream, and an abort signal that
 * fires when the reader goes away or the server stops.
 */
import { logIncident } from "./http";
import { trackStream } from "./shutdown";

const HEARTBEAT_MS = 15_000;

export interface SseStream<E extends { event: string; data: unknown }> {
  readonly send: (event: E) => void;
  /** Aborted when the reader has gone, or the server is about to. */
  readonly signal: AbortSignal;
}

/**
 * @param request its abort also ends the stream
 * @param produce writes events; the stream closes when it settles. What it throws is logged, and the reader sees the
 *   stream end: errors with a meaning for the reader are events of their own.
 */
export function sseResponse<E extends { event: string; data: unknown }>(request: Request, produce: (stream: SseStream<E>) => Promise<void>): Response {
  const over = new AbortController();
  let readerGone = false;
  const leave = () => {
    readerGone = true;
    over.abort();
  };
  request.signal.addEventListener("abort", leave, { once: true });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!over.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
      const send = (event: E) => write(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
      const ended = produce({ send, signal: over.signal })
        .catch((error: unknown) => {
          // A reader who left may well have interrupted something.
          if (!readerGone) logIncident(error);
        })
        .then(() => {
          clearInterval(heartbeat);
          request.signal.removeEventListener("abort", leave);
          if (!readerGone) controller.close();
          over.abort();
        });
      trackStream(() => over.abort(), ended);
    },
    cancel: leave,
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
