/**
 * @file The server's end: open event streams are closed, then whatever must be closed is, then the web server's own
 * shutdown goes on. One registry per process, because Next compiles several copies of this file.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "../core/errors";

const KEY = Symbol.for("cadre.streams");
type Holder = { [KEY]?: Map<() => void, Promise<void>> };

function streams(): Map<() => void, Promise<void>> {
  return ((globalThis as Holder)[KEY] ??= new Map<() => void, Promise<void>>());
}

/** Streams get so long to write their last words. */
const STREAMS_END_MS = 2_000;
/** A close that hangs, or connections that never end, keep the process no longer than this. */
const EXIT_AFTER_MS = 8_000;

/** @param end called at shutdown; @param ended settles when the stream has ended, by itself or so */
export function trackStream(end: () => void, ended: Promise<void>): void {
  streams().set(end, ended);
  const forget = () => streams().delete(end);
  ended.then(forget, forget);
}

/** Ends every open stream and waits for them. The web server waits for open connections, and these never end alone. */
export async function endStreams(): Promise<void> {
  const open = [...streams()];
  for (const [end] of open) end();
  await Promise.race([Promise.allSettled(open.map(([, ended]) => ended)), sleep(STREAMS_END_MS, undefined, { ref: false })]);
}

/** The part of `process` that is needed here; tests pass their own. */
export interface SignalSource {
  listeners(signal: NodeJS.Signals): unknown[];
  removeAllListeners(signal: NodeJS.Signals): unknown;
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  exit(code: number): void;
}

/**
 * Runs `close` at the first SIGTERM or SIGINT, then the listeners that were there before (Next's shutdown ends the
 * process as soon as its connections are gone, which would cut `close` short if it ran at the same time).
 */
export function closeOnSignals(source: SignalSource, close: () => Promise<void>, exitAfterMs = EXIT_AFTER_MS): void {
  let closing: Promise<void> | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const inherited = source.listeners(signal) as ((signal: NodeJS.Signals) => void)[];
    source.removeAllListeners(signal);
    source.on(signal, () => {
      if (closing) return;
      setTimeout(() => source.exit(1), exitAfterMs).unref();
      closing = close()
        .catch((error: unknown) => console.error(`not closed cleanly: ${toAppError(error).message}`))
        .then(() => {
          if (inherited.length === 0) source.exit(0);
          for (const listener of inherited) listener(signal);
        });
    });
  }
}

/** The part of `process` that is needed here; tests pass their own. */
export interface ParentLink {
  readonly connected: boolean;
  once(event: "disconnect", listener: () => void): unknown;
  kill(signal: NodeJS.Signals): void;
}

/**
 * `npm start` that was killed outright cannot tell its server to stop; the channel between them then breaks, and the
 * server ends as if it had been asked to. Without such a channel (another way of starting) nothing happens.
 */
export function endWithParent(link: ParentLink): void {
  if (link.connected) link.once("disconnect", () => link.kill("SIGTERM"));
}

/**
 * Whoever reads the server's words may go while it serves (`npm start | tee`, a program that watched it). Writing to nobody is an
 * error of the stream, which Next would log, to nobody: a loop that takes a core for ever. So such words are dropped.
 */
export function outliveReaders(streams: readonly Pick<NodeJS.EventEmitter, "on">[]): void {
  for (const stream of streams) stream.on("error", () => undefined);
}
