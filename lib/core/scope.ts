/**
 * @file Scope: on whose behalf a query runs. Every query takes one, so that none can forget whose eyes it serves.
 * ActorScope: a signed-in person. SystemScope: jobs, commands and start-up, with the reason written down.
 * Which actions a person may take is lib/server/policy's; this file only says which documents a person may read.
 */
import type { Actor, DocumentKind, Principal, Role, UserId } from "./types";

declare const scopeBrand: unique symbol;

/** Made by `scopeOf` only. */
export interface ActorScope {
  readonly [scopeBrand]: "actor";
  readonly type: "actor";
  readonly userId: UserId;
  /** `role:<each role>`, `user:<id>` and one per relation; a document is readable when its access list holds one of them … */
  readonly principals: readonly Principal[];
  /** … and its kind is one of these. Never empty. */
  readonly kinds: readonly DocumentKind[];
  /** Or it is a résumé that names one of these: the openings that this person is hiring manager of now. */
  readonly openings: readonly Principal[];
}

/** Made by `systemScope` only. Reads everything: never build one from a request. */
export interface SystemScope {
  readonly [scopeBrand]: "system";
  readonly type: "system";
  /** What runs: "ingest job", "cadre ask" … */
  readonly reason: string;
}

export type Scope = ActorScope | SystemScope;

/**
 * Roles whose holders may read a kind at all, whatever a document's access list says; "everyone" leaves it to the list.
 * Résumés: employee, reviewer and admin are absent on purpose, an access list cannot let them in by role or name. It can
 * by relation: whoever is hiring manager of an opening reads the résumés that were shared with that opening, for so long.
 */
export const KIND_READERS: Readonly<Record<DocumentKind, "everyone" | readonly Role[]>> = {
  policy: "everyone",
  course: "everyone",
  job: "everyone",
  resume: ["recruiter", "hr_lead"],
};

const KINDS = Object.keys(KIND_READERS) as DocumentKind[];

/** @returns the roles with the implicit `employee` first, each once */
export function effectiveRoles(roles: readonly Role[]): Role[] {
  return [...new Set<Role>(["employee", ...roles])];
}

/** The scope of a person: what they are and stand for (principals), and which kinds that opens. */
export function scopeOf(actor: Pick<Actor, "userId" | "roles" | "relations">): ActorScope {
  const roles = effectiveRoles(actor.roles);
  const kinds = KINDS.filter((kind) => {
    const readers = KIND_READERS[kind];
    return readers === "everyone" || readers.some((role) => roles.includes(role));
  });
  const openings = (actor.relations?.openings ?? []).map((id): Principal => `opening:${id}`);
  const reports = (actor.relations?.reports ?? []).map((id): Principal => `manager-of:${id}`);
  const principals: Principal[] = [...roles.map((role) => `role:${role}` as const), `user:${actor.userId}`, ...openings, ...reports];
  return { type: "actor", userId: actor.userId, principals, kinds, openings } as unknown as ActorScope;
}

/** A scope for work that no person asked for. @param reason what runs, for logs and readers of the code */
export function systemScope(reason: string): SystemScope {
  return { type: "system", reason } as unknown as SystemScope;
}
