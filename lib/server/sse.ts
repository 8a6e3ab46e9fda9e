/**
 * @file Server-sent events: frames, a heartbeat that keeps proxies from closing the stream, and an abort signal that
 * fires when the reader goes away.
 */
const HEARTBEAT_MS = 15_000;

export interface SseStream<E extends { event: string; data: unknown }> {
  readonly send: (event: E) => void;
  /** Aborted when the reader has gone. */
  readonly signal: AbortSignal;
}

/**
 * @param request its abort also ends the stream
 * @param produce writes events; the stream closes when it settles
 */
export function sseResponse<E extends { event: string; data: unknown }>(request: Request, produce: (stream: SseStream<E>) => Promise<void>): Response {
  const gone = new AbortController();
  request.signal.addEventListener("abort", () => gone.abort(), { once: true });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
      const send = (event: E) => write(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
      void produce({ send, signal: gone.signal }).finally(() => {
        clearInterval(heartbeat);
        if (!gone.signal.aborted) controller.close();
      });
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
