/**
 * @file Can the server be reached? Every call reports it; once one fails, the server is tried again after 2, 4, 8 … 15
 * seconds until it answers. Screens show it, and load again what had failed.
 */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15_000;

const listeners = new Set<() => void>();
const returnListeners = new Set<() => void>();
let lost = false;
let losses = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** @returns ends the subscription */
export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called each time the server answers again. @returns ends the subscription */
export function onReturn(listener: () => void): () => void {
  returnListeners.add(listener);
  return () => returnListeners.delete(listener);
}

export const isConnectionLost = (): boolean => lost;

/** How often it was lost until now. A call notes it when it begins: an answer that was under way before the loss is no sign of a return. */
export const countLosses = (): number => losses;

/**
 * @param reached an answer of any kind arrived; false: none could
 * @param begun `countLosses` when the call began
 */
export function reportReach(reached: boolean, begun = losses): void {
  if (lost === !reached || (reached && begun !== losses)) return;
  lost = !reached;
  if (lost) losses += 1;
  clearTimeout(timer);
  if (lost) retryAfter(FIRST_WAIT_MS);
  else returnListeners.forEach((listener) => listener());
  listeners.forEach((listener) => listener());
}

/** Asks now, without waiting for the next turn: the network is back, say. */
export async function probe(): Promise<void> {
  const begun = losses;
  try {
    const response = await fetch("/api/health", { cache: "no-store" });
    // A proxy in front of a server that is gone answers 502 to 504.
    reportReach(response.status < 502 || response.status > 504, begun);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    reportReach(false);
  }
}

function retryAfter(waitMs: number): void {
  timer = setTimeout(() => {
    void probe().then(() => {
      if (lost) retryAfter(Math.min(waitMs * 2, LONGEST_WAIT_MS));
    });
  }, waitMs);
}
