/** @file A person as an actor without a session: for what the loop does later in their name, or as they would see it. */
import { findSessionAccount } from "../../../db/queries/people";
import { findRelations } from "../../../db/queries/relations";
import type { Database } from "../../../db/client";
import { systemScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";

const scope = systemScope("learning loop");

/** @returns null when the account is gone or disabled */
export async function accountActor(db: Database, userId: UserId): Promise<Actor | null> {
  const account = await findSessionAccount(db, scope, userId);
  if (!account || account.disabled || account.removedAt) return null;
  const relations = await findRelations(db, scope, { userId, at: new Date() });
  return { userId, name: account.name, roles: account.roles, relations };
}
