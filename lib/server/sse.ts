/**
 * @file Server-sent events: frames, a heartbeat that keeps proxies from closing the stream, and an abort signal that
 * fires when the reader goes away, loses their session or a right, or the server stops.
 */
import { logIncident } from "./http";
import { stillSignedIn } from "./session-watch";
import { trackStream } from "./shutdown";

const HEARTBEAT_MS = 15_000;
/** What is sent was allowed at most so long ago: a burst of tokens asks once, a feed before every event. */
const SESSION_FRESH_MS = 2_000;

export interface SseStream<E extends { event: string; data: unknown }> {
  readonly send: (event: E) => void;
  /** Aborted when the reader has gone or may not read on, or the server is about to stop. */
  readonly signal: AbortSignal;
}

/**
 * @param request its abort also ends the stream, and so does the end of its session: at the next event, else within 15 s
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
      const gate = createGate(request, write, () => over.abort());
      const heartbeat = setInterval(() => gate.pass(": still here\n\n"), HEARTBEAT_MS);
      const send = (event: E) => gate.pass(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
      const ended = produce({ send, signal: over.signal })
        .catch((error: unknown) => {
          // A reader who left may well have interrupted something.
          if (!readerGone) logIncident(error);
        })
        .then(gate.empty)
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

/** Lets frames through in their order, each only while the reader's session holds. */
function createGate(request: Request, write: (text: string) => void, shut: () => void) {
  // The route has just let the request in.
  let allowedAt = performance.now();
  let waiting = 0;
  let queue = Promise.resolve();
  const isFresh = () => performance.now() - allowedAt < SESSION_FRESH_MS;
  const check = async (text: string): Promise<void> => {
    try {
      if (!isFresh() && !(await stillSignedIn(request))) return shut();
      if (!isFresh()) allowedAt = performance.now();
      write(text);
    } catch (error) {
      // It cannot be told whether the reader may read on: they ask anew, and learn why.
      logIncident(error);
      shut();
    } finally {
      waiting--;
    }
  };
  return {
    pass(text: string): void {
      if (waiting === 0 && isFresh()) return write(text);
      waiting++;
      queue = queue.then(() => check(text));
    },
    empty: (): Promise<void> => queue,
  };
}
