/** @file A reviewer's own keys: only what differs from the defaults, and never one key for two things. */
import { findReviewKeys, putReviewKeys } from "../../../db/queries/review-judgements";
import type { Database } from "../../../db/client";
import { REVIEW_ACTIONS, REVIEW_KEYS, type ReviewPreferences } from "../../contracts/review";
import { AppError } from "../../core/errors";
import type { ActorScope } from "../../core/scope";

export async function ownKeys(db: Database, scope: ActorScope): Promise<ReviewPreferences> {
  return { keys: await findReviewKeys(db, scope) };
}

/** Keys that the browser or the screen itself needs. */
const TAKEN = new Set(["tab", "escape", "?", "arrowup", "arrowdown", "arrowleft", "arrowright", " "]);

/** @throws AppError "request/invalid" when a key would do two things, or is needed elsewhere */
export async function saveKeys(db: Database, scope: ActorScope, { keys }: ReviewPreferences): Promise<ReviewPreferences> {
  const changed = Object.fromEntries(Object.entries(keys).map(([action, key]) => [action, key.toLowerCase()]));
  const all: Record<string, string> = { ...REVIEW_KEYS, ...changed };
  for (const action of REVIEW_ACTIONS) {
    const key = all[action] ?? "";
    const other = REVIEW_ACTIONS.find((candidate) => candidate !== action && all[candidate] === key);
    if (other) throw new AppError("request/invalid", `key ${key} is given to ${action} and ${other}`, { userMessage: `The key “${key}” is given to two actions. Choose another for one of them.` });
    if (TAKEN.has(key)) throw new AppError("request/invalid", `key ${key} is not free`, { userMessage: `The key “${key}” is needed elsewhere on the screen. Choose another.` });
  }
  await putReviewKeys(db, scope, Object.fromEntries(Object.entries(changed).filter(([action, key]) => REVIEW_KEYS[action as keyof typeof REVIEW_KEYS] !== key)));
  return ownKeys(db, scope);
}
