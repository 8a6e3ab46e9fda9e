/**
 * @file Does the session of a running request still hold? A stream stays open long after its request was let in: whoever
 * is disabled, removed, or loses a role meanwhile must not go on reading it. route() remembers how to ask again, sse.ts asks.
 */
import type { Actor } from "../core/types";

/** @returns null when the session has ended */
type Ask = () => Promise<Pick<Actor, "userId" | "roles" | "relations"> | null>;

interface Watched {
  readonly was: string;
  readonly ask: Ask;
}

/** On globalThis: Next compiles several copies of this file, and the route's must be the stream's. */
const KEY = Symbol.for("cadre.session-watch");
const watched: WeakMap<Request, Watched> = ((globalThis as { [KEY]?: WeakMap<Request, Watched> })[KEY] ??= new WeakMap<Request, Watched>());

/** What a person may do hangs on these; a change of any ends a stream, and its reader opens a new one. */
const rightsOf = ({ userId, roles, relations }: Pick<Actor, "userId" | "roles" | "relations">): string => JSON.stringify([userId, [...roles].sort(), relations ?? null]);

/** @param actor as the request was let in @param ask the same person as they are now */
export function watchSession(request: Request, actor: Actor, ask: Ask): void {
  watched.set(request, { was: rightsOf(actor), ask });
}

/** True when the request has no session (open routes), or its person is signed in with the same rights as at the start. */
export async function stillSignedIn(request: Request): Promise<boolean> {
  const entry = watched.get(request);
  if (entry === undefined) return true;
  const now = await entry.ask();
  return now !== null && rightsOf(now) === entry.was;
}
