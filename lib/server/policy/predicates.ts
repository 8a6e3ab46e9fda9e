/**
 * @file can: may this person do this (to this)? Pure: the table of actions.ts plus what the object says.
 */
import { AppError } from "../../core/errors";
import { effectiveRoles, scopeOf } from "../../core/scope";
import type { Actor, Principal, DocumentKind, Role } from "../../core/types";
import { ACTIONS, PERMISSIONS, type Action } from "./actions";
import { canReadDocument } from "./documents";

/** What an action is done to; each part that is given must hold as well. */
export interface ActionObject {
  /** The account that a conversation or feedback belongs to: must be the actor's own. */
  readonly ownerId?: string;
  /** A document that must be readable. */
  readonly document?: { readonly kind: DocumentKind; readonly acl: readonly Principal[] };
}

/**
 * @param object leave out to ask whether the action is open to the actor at all (for menus and buttons)
 * @example can(actor, "documents:upload:policy")
 * @example can(actor, "conversations:own", { ownerId: conversation.userId })
 */
export function can(actor: Pick<Actor, "userId" | "roles">, action: Action, object: ActionObject = {}): boolean {
  const holders: "everyone" | readonly Role[] = PERMISSIONS[action];
  const roles = effectiveRoles(actor.roles);
  if (holders !== "everyone" && !holders.some((role) => roles.includes(role))) return false;
  if (object.ownerId !== undefined && object.ownerId !== actor.userId) return false;
  return object.document === undefined || canReadDocument(scopeOf(actor), object.document);
}

/** @throws AppError "policy/forbidden" naming the action */
export function authorise(actor: Pick<Actor, "userId" | "roles">, action: Action, object: ActionObject = {}): void {
  if (!can(actor, action, object)) {
    throw new AppError("policy/forbidden", `${action} is not open to this person`, { context: { userId: actor.userId, action } });
  }
}

/** Every action that is open to the actor, in the table's order. */
export function permissionsOf(actor: Pick<Actor, "userId" | "roles">): Action[] {
  return ACTIONS.filter((action) => can(actor, action));
}
