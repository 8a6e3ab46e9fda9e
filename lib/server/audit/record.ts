/**
 * @file Writing the audit log. The rule: what is recorded does not happen without its line. Whoever hands out content
 * records first and hands out second; whoever changes something records in the same transaction. When a line cannot be
 * written the action fails and says so. Refusals are the exception: they stay refusals, and a lost line is an incident.
 */
import type { Database } from "../../../db/client";
import { appendAuditLine, type AuditActor } from "../../../db/queries/audit";
import { MAX_LISTED_IDS, type AuditEvent } from "../../contracts/audit";
import { systemClock, type Clock } from "../../core/clock";
import { AppError, isAppError } from "../../core/errors";
import { effectiveRoles, systemScope, type SystemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { logIncident } from "../http";
import { THIS_MACHINE } from "./coarse-address";
import { objectOfRoute, routePattern } from "./refused-route";

const scope = systemScope("audit log");

/** On whose account a line is written: someone signed in, a command or job, or someone unknown at an address. */
export type AuditSubject = Actor | SystemScope | { readonly type: "nobody"; readonly address: string | null };

/** At least one role beside employee says more: the line keeps them all. */
function actorOf(subject: AuditSubject): { actor: AuditActor; address: string | null } {
  if (!("type" in subject)) return { actor: { type: "person", id: subject.userId, roles: effectiveRoles(subject.roles) }, address: subject.address ?? null };
  if (subject.type === "system") return { actor: { type: "system", id: subject.reason }, address: THIS_MACHINE };
  return { actor: { type: "nobody" }, address: subject.address };
}

/**
 * Adds one line to the chain.
 *
 * @param db the transaction of the change that it records, if there is one: both or neither; then call it last
 * @throws AppError "data/unavailable" when the line cannot be written: what it would have recorded must not happen
 */
export async function record(db: Database, subject: AuditSubject, event: AuditEvent, clock: Clock = systemClock): Promise<void> {
  try {
    await appendAuditLine(db, scope, { ...actorOf(subject), at: new Date(clock.now()), event });
  } catch (cause) {
    throw new AppError("data/unavailable", `no audit line for ${event.action}, so it was not done${isAppError(cause) ? `: ${cause.message}` : ""}`, {
      cause,
      userMessage: "This could not be written to the audit log, so it was not done. Try again; if it stays so, ask an administrator to run “cadre doctor”.",
    });
  }
}

/** Refusals that a line is written for. */
const REFUSALS = { "policy/forbidden": "forbidden", "request/not-found": "not-found" } as const;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "PAGE"] as const;
type Method = (typeof METHODS)[number];
const methodOf = (name: string): Method => METHODS.find((method) => method === name) ?? "GET";

export interface RefusedRequest {
  /** HTTP method, or PAGE for a screen. */
  readonly method: string;
  /** As asked for: "/api/documents/0190…/text". */
  readonly pathname: string;
  /** The path's dynamic parts by name. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Records that a person was refused. The same work is done whether or not the object exists, and the line does not say.
 * Never throws: the refusal stands; a line that cannot be written is logged as an incident.
 *
 * @param open gives the database; called only when there is something to record
 * @param error what the request ended with; anything but a refusal is ignored
 */
export async function recordRefusal(open: () => Promise<Database>, actor: Actor, request: RefusedRequest, error: unknown): Promise<void> {
  if (!isAppError(error)) return;
  const answer = Object.hasOwn(REFUSALS, error.code) ? REFUSALS[error.code as keyof typeof REFUSALS] : undefined;
  if (answer === undefined) return;
  const route = routePattern(request.pathname, request.params);
  try {
    await record(await open(), actor, { action: "access.denied", object: objectOfRoute(route, request.params), facts: { method: methodOf(request.method), route, answer } });
  } catch (failure) {
    logIncident(failure);
  }
}

/** The ids that a line may list, and how many there were. */
export function shownDocuments(ids: readonly string[]): { shown: number; documents: string[] } {
  return { shown: ids.length, documents: ids.slice(0, MAX_LISTED_IDS) };
}
