/**
 * @file can: may this person do this (to this)? Pure: the table of actions.ts plus what the object says and what the
 * person stands for (relations.ts).
 */
import { AppError } from "../../core/errors";
import { effectiveRoles, scopeOf } from "../../core/scope";
import type { Actor, Principal, DocumentKind } from "../../core/types";
import { ACTIONS, PERMISSIONS, type Action, type Holders } from "./actions";
import { canReadDocument } from "./documents";
import { holdsRelation, isLearningPartnerOf, isManagerOf, type RelatedPerson, type RelationName } from "./relations";

type Asker = Pick<Actor, "userId" | "roles" | "relations">;

/** What an action is done to; each part that is given must hold as well. */
export interface ActionObject {
  /** The account that a conversation or feedback belongs to: must be the actor's own. */
  readonly ownerId?: string;
  /** A document that must be readable. */
  readonly document?: { readonly kind: DocumentKind; readonly acl: readonly Principal[] };
  /** A person in the directory: whoever holds the action only by relation must stand in that relation to them. */
  readonly person?: RelatedPerson;
}

/**
 * @param object leave out to ask whether the action is open to the actor at all (for menus and buttons)
 * @example can(actor, "documents:upload:policy")
 * @example can(actor, "conversations:own", { ownerId: conversation.userId })
 */
export function can(actor: Asker, action: Action, object: ActionObject = {}): boolean {
  if (!holds(actor, PERMISSIONS[action], object.person)) return false;
  if (object.ownerId !== undefined && object.ownerId !== actor.userId) return false;
  return object.document === undefined || canReadDocument(scopeOf(actor), object.document);
}

function holds(actor: Asker, holders: Holders, person: RelatedPerson | undefined): boolean {
  if (holders === "everyone") return true;
  const roles = effectiveRoles(actor.roles);
  return holders.some((holder) => (isRelation(holder) ? (person ? standsIn(actor, holder, person) : holdsRelation(actor.relations, holder)) : roles.includes(holder)));
}

const isRelation = (holder: Exclude<Holders, "everyone">[number]): holder is RelationName => holder === "manager" || holder === "hiring-manager" || holder === "learning-partner";

function standsIn(actor: Asker, relation: RelationName, person: RelatedPerson): boolean {
  if (relation === "manager") return isManagerOf(actor, person.id);
  return relation === "learning-partner" && isLearningPartnerOf(actor, person);
}

/** @throws AppError "policy/forbidden" naming the action */
export function authorise(actor: Asker, action: Action, object: ActionObject = {}): void {
  if (!can(actor, action, object)) {
    throw new AppError("policy/forbidden", `${action} is not open to this person`, { context: { userId: actor.userId, action } });
  }
}

/** Every action that is open to the actor, in the table's order. */
export function permissionsOf(actor: Asker): Action[] {
  return ACTIONS.filter((action) => can(actor, action));
}
