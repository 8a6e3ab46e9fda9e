/**
 * @file Calls into a child process beside the server, one after another: for work that would hold up its thread. Started by the first
 * call, let go when it has rested; its death, its silence and what it tells are errors, never a hang. The child's half: serveCalls.
 */
import { fork, type ChildProcess } from "node:child_process";
import { projectRoot } from "../config/paths";
import { AppError, isErrorCode, toAppError } from "../core/errors";

export interface ChildCallsOptions {
  /** The child's program, absolute; run from its source, through tsx. */
  readonly entry: string;
  /** Read there from `process.argv[2]`. */
  readonly settings: unknown;
  readonly howToRun: { readonly execPath?: string; readonly execArgv: string[] };
  /** In messages of the log: "embedding". */
  readonly what: string;
  /** Of one call, its start included; longer counts as a hang. */
  readonly limitMs: number;
  /** What a call that took longer fails with; left out: "job/worker-died". */
  readonly tooLong?: () => AppError;
  /** Rest after which the child is let go; null: never, until `close`. */
  readonly idleMs: number | null;
  /** A child that failed cannot be asked again (its model did not load). */
  readonly restartAfterFailure: boolean;
}

export interface ChildCalls<In, Out> {
  /** Waits for the calls before it. @throws AppError what the child told; "job/worker-died"; "job/cancelled" after `close` */
  call(input: In): Promise<Out>;
  /** Ends the child; what was under way, or comes later, is "job/cancelled". */
  close(): void;
}

export type FromChild<Out> = { readonly type: "result"; readonly value: Out } | { readonly type: "failure"; readonly code: string; readonly message: string; readonly userMessage: string };

export function createChildCalls<In, Out>(options: ChildCallsOptions): ChildCalls<In, Out> {
  const { entry, settings, howToRun, what, limitMs, idleMs } = options;
  let child: ChildProcess | null = null;
  let fail: (error: AppError) => void = () => undefined;
  let rest: NodeJS.Timeout | undefined;
  let isClosed = false;
  let before: Promise<unknown> = Promise.resolve();

  const letGo = () => {
    child?.removeAllListeners();
    child?.on("error", () => undefined);
    child?.kill("SIGKILL");
    child = null;
  };
  const start = () => {
    const started = fork(/* turbopackIgnore: true */ entry, [JSON.stringify(settings)], { ...howToRun, cwd: projectRoot(), serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    // While it rests, its end is no error: the next call starts another.
    started.on("exit", () => (child === started ? (child = null) : null));
    return started;
  };
  const ask = (input: In): Promise<Out> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(cancelled(what));
        return;
      }
      clearTimeout(rest);
      child ??= start();
      const own = child;
      hold(own, true);
      const end = (finish: () => void) => {
        clearTimeout(timer);
        for (const event of ["message", "exit", "error"]) own.removeAllListeners(event);
        own.on("error", () => undefined).on("exit", () => (child === own ? (child = null) : null));
        fail = () => undefined;
        finish();
      };
      fail = (error) => end(() => { letGo(); reject(error); });
      const timer = setTimeout(() => fail(options.tooLong?.() ?? new AppError("job/worker-died", `${what} said nothing for ${limitMs} ms`)), limitMs);
      timer.unref();
      const settled = (finish: () => void) => end(() => {
        hold(own, false);
        if (idleMs !== null) rest = setTimeout(letGo, idleMs).unref();
        finish();
      });
      own.on("message", (message: FromChild<Out>) => {
        if (message.type === "result") settled(() => resolve(message.value));
        else if (options.restartAfterFailure) fail(told(message));
        else settled(() => reject(told(message)));
      });
      own.on("exit", (code, signal) => fail(new AppError("job/worker-died", `the process of ${what} ended with ${signal ?? `exit code ${String(code)}`}`)));
      own.on("error", (error) => fail(new AppError("job/worker-died", `the process of ${what} could not run: ${error.message}`)));
      own.send(input as object);
    });
  return {
    call(input) {
      const next = before.then(() => ask(input));
      before = next.catch(() => undefined);
      return next;
    },
    close() {
      isClosed = true;
      clearTimeout(rest);
      fail(cancelled(what));
      letGo();
    },
  };
}

/** A child that works keeps this process alive; one that rests does not. */
function hold(child: ChildProcess, on: boolean): void {
  const channel = child.channel as { ref(): void; unref(): void } | null | undefined;
  if (on) {
    child.ref();
    channel?.ref();
  } else {
    child.unref();
    channel?.unref();
  }
}

const told = ({ code, message, userMessage }: Extract<FromChild<unknown>, { type: "failure" }>) => new AppError(isErrorCode(code) ? code : "internal/unknown", message, { userMessage });
const cancelled = (what: string) => new AppError("job/cancelled", `${what} was called off`);

/** The child's half: answers each call; ends when the server does. */
export function serveCalls<In, Out>(work: (input: In) => Out | Promise<Out>): void {
  const send = (message: FromChild<Out>) => {
    if (process.connected) process.send?.(message);
  };
  const answer = async (input: In): Promise<void> => {
    try {
      send({ type: "result", value: await work(input) });
    } catch (thrown) {
      const { code, message, userMessage } = toAppError(thrown);
      send({ type: "failure", code, message, userMessage });
    }
  };
  process.on("message", (input: In) => void answer(input));
  process.on("disconnect", () => process.exit(0));
}
